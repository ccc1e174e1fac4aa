import { ActionIcon, Menu } from '@mantine/core';
import type { Konto } from '@samskrift/shared';
import { IconDots, IconLock, IconLockOpen, IconMail } from '@tabler/icons-react';
import styles from './Personer.module.css';
import { TEXTER } from './texter.ts';

interface PersonradProps {
  readonly konto: Konto;
  readonly jag: boolean;
  readonly vantar: boolean;
  readonly lank: () => void;
  readonly sparra: () => void;
  readonly oppna: () => void;
}

export function Personrad({ konto, jag, vantar, lank, sparra, oppna }: PersonradProps) {
  const { namn, epost, uppdrag, administrator, sparrad, harLosenord } = konto;
  return (
    <li className={styles.rad}>
      <div className={styles.om}>
        <strong>{namn}</strong>
        <p className={`dampad liten ${styles.fakta}`}>
          <span>{epost}</span>
          <span>{TEXTER.uppdrag(uppdrag)}</span>
          {administrator && <span>{TEXTER.administrator}</span>}
          {!harLosenord && <span>{TEXTER.inbjuden}</span>}
        </p>
      </div>
      {sparrad !== null && <span className={styles.sparrad}>{TEXTER.sparrad}</span>}
      {jag ? (
        <span className="dampad liten">{TEXTER.du}</span>
      ) : (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon size="xl" variant="subtle" color="gray" disabled={vantar} aria-label={TEXTER.ater(namn)}>
              <IconDots aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {sparrad === null ? (
              <>
                <Menu.Item leftSection={<IconMail size={18} aria-hidden />} onClick={lank}>
                  {harLosenord ? TEXTER.nyttLosenord : TEXTER.nyInbjudan}
                </Menu.Item>
                <Menu.Item leftSection={<IconLock size={18} aria-hidden />} onClick={sparra}>
                  {TEXTER.sparra}
                </Menu.Item>
              </>
            ) : (
              <Menu.Item leftSection={<IconLockOpen size={18} aria-hidden />} onClick={oppna}>
                {TEXTER.oppna}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
