import { ActionIcon, Menu } from '@mantine/core';
import type { Konto } from '@samskrift/shared';
import { IconDots, IconLock, IconLockOpen, IconMail, IconPencil, IconShield, IconUnlink } from '@tabler/icons-react';
import { BESLUT, type Beslut } from './beslut.ts';
import styles from './Personer.module.css';
import { TEXTER } from './texter.ts';

interface PersonradProps {
  readonly konto: Konto;
  readonly jag: boolean;
  readonly vantar: boolean;
  readonly lank: () => void;
  readonly andra: () => void;
  readonly oppna: () => void;
  readonly besluta: (beslut: Beslut) => void;
}

export function Personrad({ konto, jag, vantar, lank, andra, oppna, besluta }: PersonradProps) {
  const { namn, epost, uppdrag, administrator, sparrad, harLosenord, kopplad } = konto;
  const val = (beslut: Beslut, Ikon: typeof IconLock) => (
    <Menu.Item leftSection={<Ikon size={18} aria-hidden />} onClick={() => besluta(beslut)}>
      {BESLUT[beslut].knapp}
    </Menu.Item>
  );
  return (
    <li className={styles.rad}>
      <div className={styles.om}>
        <strong>{namn}</strong>
        <p className={`dampad liten ${styles.fakta}`}>
          <span>{epost}</span>
          <span>{TEXTER.uppdrag(uppdrag)}</span>
          {administrator && <span>{TEXTER.administrator}</span>}
          {kopplad && <span>{TEXTER.kopplad}</span>}
          {!harLosenord && !kopplad && <span>{TEXTER.inbjuden}</span>}
        </p>
      </div>
      {sparrad !== null && <span className={styles.sparrad}>{TEXTER.sparrad}</span>}
      {jag && <span className="dampad liten">{TEXTER.du}</span>}
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="xl" variant="subtle" color="gray" disabled={vantar} aria-label={TEXTER.ater(namn)}>
            <IconDots aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={andra}>
            {TEXTER.andra}
          </Menu.Item>
          {sparrad === null && !jag && (
            <Menu.Item leftSection={<IconMail size={18} aria-hidden />} onClick={lank}>
              {harLosenord ? TEXTER.nyttLosenord : TEXTER.nyInbjudan}
            </Menu.Item>
          )}
          {administrator ? val('taAdministrator', IconShield) : sparrad === null && val('gorAdministrator', IconShield)}
          {kopplad && val('kopplaLoss', IconUnlink)}
          {sparrad === null ? (
            !jag && val('sparra', IconLock)
          ) : (
            <Menu.Item leftSection={<IconLockOpen size={18} aria-hidden />} onClick={oppna}>
              {TEXTER.oppna}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
