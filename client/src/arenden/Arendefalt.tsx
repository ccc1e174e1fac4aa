import { Group, Select, TextInput } from '@mantine/core';
import { ARENDESLAG, type Arendeslag } from '@samskrift/shared';
import { SLAGNAMN, TEXTER } from './texter.ts';

/** What is filled in of an ärende, as it stands in the fields: nothing is an empty string. */
export interface Arendeuppgifter {
  readonly dnr: string;
  readonly titel: string;
  readonly slag: Arendeslag;
  readonly remissFran: string;
  readonly sistaDag: string;
  readonly handlaggareId: string;
  readonly sammantrade: string;
}

export const TOMT: Arendeuppgifter = {
  dnr: '',
  titel: '',
  slag: 'ovrigt',
  remissFran: '',
  sistaDag: '',
  handlaggareId: '',
  sammantrade: '',
};

/** As the server takes it; what belongs to a remiss goes along only with one. */
export function tillServern(falt: Arendeuppgifter) {
  const remiss = falt.slag === 'remiss';
  return {
    ...falt,
    remissFran: remiss && falt.remissFran !== '' ? falt.remissFran : null,
    sistaDag: remiss && falt.sistaDag !== '' ? falt.sistaDag : null,
    handlaggareId: falt.handlaggareId || null,
    sammantrade: falt.sammantrade || null,
  };
}

export type Brister = Readonly<Record<string, string | undefined>>;

/** What is still wrong once these fields have been written in again. */
export function utan(brister: Brister, andrat: Partial<Arendeuppgifter>): Brister {
  return Object.fromEntries(Object.entries(brister).filter(([falt]) => !(falt in andrat)));
}

interface ArendefaltProps {
  readonly falt: Arendeuppgifter;
  readonly andra: (del: Partial<Arendeuppgifter>) => void;
  readonly brister: Brister;
  readonly personal: readonly { readonly id: string; readonly namn: string }[];
}

/** The fields that a new ärende and a changed one have in common. */
export function Arendefalt({ falt, andra, brister, personal }: ArendefaltProps) {
  return (
    <>
      <TextInput
        data-autofocus
        label={TEXTER.dnr}
        description={TEXTER.dnrExempel}
        value={falt.dnr}
        error={brister.dnr}
        onChange={(handelse) => andra({ dnr: handelse.currentTarget.value })}
      />
      <TextInput
        label={TEXTER.titel}
        value={falt.titel}
        error={brister.titel}
        onChange={(handelse) => andra({ titel: handelse.currentTarget.value })}
      />
      <Select
        label={TEXTER.arendeslag}
        value={falt.slag}
        allowDeselect={false}
        data={ARENDESLAG.map((slag) => ({ value: slag, label: SLAGNAMN[slag] }))}
        onChange={(varde) => andra({ slag: ARENDESLAG.find((slag) => slag === varde) ?? falt.slag })}
      />
      {falt.slag === 'remiss' && (
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            label={TEXTER.remissFran}
            value={falt.remissFran}
            error={brister.remissFran}
            onChange={(handelse) => andra({ remissFran: handelse.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={TEXTER.sistaDag}
            value={falt.sistaDag}
            error={brister.sistaDag}
            onChange={(handelse) => andra({ sistaDag: handelse.currentTarget.value })}
          />
        </Group>
      )}
      <Select
        label={TEXTER.handlaggare}
        placeholder={TEXTER.ingenHandlaggare}
        value={falt.handlaggareId || null}
        error={brister.handlaggareId}
        clearable
        clearButtonProps={{ 'aria-label': TEXTER.taBortHandlaggaren }}
        data={personal.map(({ id, namn }) => ({ value: id, label: namn }))}
        onChange={(id) => andra({ handlaggareId: id ?? '' })}
      />
      <TextInput
        type="date"
        label={TEXTER.sammantrade}
        value={falt.sammantrade}
        error={brister.sammantrade}
        onChange={(handelse) => andra({ sammantrade: handelse.currentTarget.value })}
      />
    </>
  );
}
