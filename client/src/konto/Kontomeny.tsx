import { ActionIcon, Button, Group, type MantineColorScheme, Menu, Stack, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconDevices,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Dialog } from '../app/Dialog.tsx';
import { Felruta } from '../app/Felruta.tsx';
import { useApp } from '../app/kontext.tsx';
import { TEXTER as APP } from '../app/texter.ts';
import { antalOsparade } from './lokalaKopior.ts';
import { migFraga } from './mig.ts';
import { TEXTER } from './texter.ts';
import { loggaUt } from './utloggning.ts';

const UTSEENDEN: readonly { varde: MantineColorScheme; text: string; Ikon: typeof IconSun }[] = [
  { varde: 'auto', text: APP.system, Ikon: IconDeviceDesktop },
  { varde: 'light', text: APP.ljust, Ikon: IconSun },
  { varde: 'dark', text: APP.morkt, Ikon: IconMoon },
];

/** Who one is, light or dark, and the way out. */
export function Kontomeny() {
  const app = useApp();
  const { data: jag } = useSuspenseQuery(migFraga);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const valjUtseende = (valt: string) => {
    const utseende = UTSEENDEN.find(({ varde }) => varde === valt);
    if (utseende !== undefined) setColorScheme(utseende.varde);
  };
  const ut = useMutation({ mutationFn: () => loggaUt(app, jag.id) });
  const fraga = useMutation({
    mutationFn: antalOsparade,
    onSuccess: (antal) => {
      if (antal === 0) ut.mutate();
    },
  });
  const osparade = fraga.data ?? 0;
  const fel = ut.error ?? fraga.error;
  const stang = () => {
    fraga.reset();
    ut.reset();
  };

  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="xl" variant="subtle" color="gray" aria-label={`${APP.konto}: ${jag.namn}`}>
            <IconUserCircle aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {jag.namn}
            {jag.uppdrag.map((uppdrag) => (
              <span key={`${uppdrag.roll}-${uppdrag.organId}`} style={{ display: 'block' }}>
                {uppdrag.organNamn}
              </span>
            ))}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Label>{APP.utseende}</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={valjUtseende}>
            {UTSEENDEN.map(({ varde, text, Ikon }) => (
              <Menu.RadioItem key={varde} value={varde}>
                <Ikon size={18} aria-hidden className="radioikon" />
                {text}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {jag.administrator && (
            <>
              <Menu.Item
                leftSection={<IconSettings size={18} aria-hidden />}
                renderRoot={(props) => <Link to="/administration" {...props} />}
              >
                {APP.administration}
              </Menu.Item>
              <Menu.Item
                component={Link}
                to="/administration/personer"
                leftSection={<IconUsers size={18} aria-hidden />}
              >
                {TEXTER.personer}
              </Menu.Item>
            </>
          )}
          <Menu.Item component={Link} to="/mina-inloggningar" leftSection={<IconDevices size={18} aria-hidden />}>
            {TEXTER.minaInloggningar}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => fraga.mutate()}>
            {APP.loggaUt}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog oppen={osparade > 0 || fel !== null} stang={stang} rubrik={TEXTER.utloggningRubrik}>
        <Stack>
          {osparade > 0 && (
            <div>
              <p>{TEXTER.osparat(osparade)}</p>
              <p>{TEXTER.osparatRad}</p>
            </div>
          )}
          {fel && <Felruta fel={fel} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={stang} data-autofocus>
              {TEXTER.avbryt}
            </Button>
            {osparade > 0 && (
              <Button color="red" loading={ut.isPending} onClick={() => ut.mutate()}>
                {TEXTER.loggaUtAnda}
              </Button>
            )}
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
