import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { gruppnamn, type Handling } from '@samskrift/shared';
import {
  IconChevronLeft,
  IconCopy,
  IconDots,
  IconLock,
  IconPencil,
  IconPrinter,
  IconUserPlus,
  IconUsers,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Sidrubrik } from '../app/Sida.tsx';
import { TYPNAMN } from '../arenden/texter.ts';
import { Lagesknappar } from '../inlamning/Lagesknappar.tsx';
import { Lagesord } from '../inlamning/Lagesord.tsx';
import { Kontomeny } from '../konto/Kontomeny.tsx';
import { slaktskapFraga } from '../kopior/fragor.ts';
import { GeDialog } from '../kopior/GeDialog.tsx';
import { TEXTER as KOPIOR } from '../kopior/texter.ts';
import { TillgangDialog } from '../logg/TillgangDialog.tsx';
import { TEXTER as LOGG } from '../logg/texter.ts';
import { SamarbeteDialog } from '../samarbete/SamarbeteDialog.tsx';
import { TEXTER as SAMARBETE } from '../samarbete/texter.ts';
import { BytTitelDialog } from './BytTitelDialog.tsx';
import { DelaDialog } from './DelaDialog.tsx';
import { JusteraDialog } from './JusteraDialog.tsx';
import { Plats } from './platser.tsx';
import styles from './Topprad.module.css';
import { TEXTER } from './texter.ts';

/** The one bar over a text: where it belongs, what it is called, how it stands, who is here, what can be done. */
export function Topprad({ handling }: { readonly handling: Handling }) {
  const [titel, titeldialog] = useDisclosure(false);
  const [dela, deladialog] = useDisclosure(false);
  const [justera, justeradialog] = useDisclosure(false);
  const [tillgang, tillgangdialog] = useDisclosure(false);
  const [samarbete, samarbetedialog] = useDisclosure(false);
  const [ge, gedialog] = useDisclosure(false);
  const farByta = handling.ratt === 'skriva';
  const gruppens = handling.agare.typ === 'partigrupp';
  const { data: slaktskap } = useQuery({ ...slaktskapFraga(handling.id), enabled: gruppens });
  return (
    <header className={styles.topprad}>
      <Link
        to="/arenden/$id"
        params={{ id: handling.arendeId }}
        aria-label={TEXTER.tillArendet(handling.dnr)}
        className={styles.tillbaka}
      >
        <IconChevronLeft aria-hidden />
      </Link>
      <div className={styles.titel}>
        <p className={styles.om}>
          {handling.nummer ?? handling.dnr} · {TYPNAMN[handling.typ]} · <Lagesord handling={handling} />
          {handling.medgrupper.length > 0 && ` · ${gruppnamn([handling.agare, ...handling.medgrupper])}`}
        </p>
        <Sidrubrik className={styles.rubrik}>{handling.titel}</Sidrubrik>
      </div>
      <Plats namn="status" className={styles.status} />
      <Plats namn="narvaro" className={styles.narvaro} />
      <div className={styles.knappar}>
        {handling.farDela && (
          <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={deladialog.open}>
            {TEXTER.dela}
          </Button>
        )}
        <Lagesknappar handling={handling} />
        {handling.farJustera && (
          <Button leftSection={<IconLock size={18} aria-hidden />} onClick={justeradialog.open}>
            {TEXTER.justera}
          </Button>
        )}
      </div>
      <div className={styles.menyer}>
        <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon size="xl" variant="subtle" color="gray" aria-label={TEXTER.mer}>
              <IconDots aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {farByta && (
              <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={titeldialog.open}>
                {TEXTER.bytTitel}
              </Menu.Item>
            )}
            {gruppens && (
              <Menu.Item leftSection={<IconUsersPlus size={18} aria-hidden />} onClick={samarbetedialog.open}>
                {SAMARBETE.meny}
              </Menu.Item>
            )}
            {slaktskap?.farGe === true && (
              <Menu.Item leftSection={<IconCopy size={18} aria-hidden />} onClick={gedialog.open}>
                {KOPIOR.meny}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconUsers size={18} aria-hidden />} onClick={tillgangdialog.open}>
              {LOGG.tillgang}
            </Menu.Item>
            <Menu.Item leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {TEXTER.skrivUt}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Kontomeny />
      </div>
      <TillgangDialog oppen={tillgang} stang={tillgangdialog.close} handling={handling} />
      {gruppens && <SamarbeteDialog oppen={samarbete} stang={samarbetedialog.close} handling={handling} />}
      {slaktskap?.farGe === true && <GeDialog oppen={ge} stang={gedialog.close} handling={handling} />}
      {farByta && <BytTitelDialog oppen={titel} stang={titeldialog.close} handling={handling} />}
      {handling.farDela && <DelaDialog oppen={dela} stang={deladialog.close} handling={handling} />}
      {handling.farJustera && <JusteraDialog oppen={justera} stang={justeradialog.close} handling={handling} />}
    </header>
  );
}
