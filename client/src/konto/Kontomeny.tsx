import { ActionIcon, Button, Group, type MantineColorScheme, Menu, Modal, Stack, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
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
      <Menu position="bottom-end" width={260}>
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
          {UTSEENDEN.map(({ varde, text, Ikon }) => (
            <Menu.Item
              key={varde}
              role="menuitemradio"
              aria-checked={colorScheme === varde}
              leftSection={<Ikon size={18} aria-hidden />}
              rightSection={colorScheme === varde ? <IconCheck size={16} aria-hidden /> : undefined}
              onClick={() => setColorScheme(varde)}
            >
              {text}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => fraga.mutate()}>
            {APP.loggaUt}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={osparade > 0 || fel !== null} onClose={stang} title={TEXTER.utloggningRubrik}>
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
      </Modal>
    </>
  );
}
