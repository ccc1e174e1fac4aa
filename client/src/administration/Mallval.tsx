import { Checkbox, Stack } from '@mantine/core';
import { HANDLINGSTYPER, harSlaget, type Installningar, mallarFor } from '@samskrift/shared';
import { fokusera } from '../app/fokusera.ts';
import { TYPNAMN } from '../arenden/texter.ts';
import { INSTALLNING } from './texter.ts';

interface MallvalProps {
  readonly installningar: Installningar;
  /** What is wrong with the choice, by kind. */
  readonly brister: Readonly<Record<string, string>>;
  readonly andra: (avstangda: string[]) => void;
}

/** Which mallar the nämnd uses, kind by kind; a kind with one mall only has nothing to choose. */
export function Mallval({ installningar, brister, andra }: MallvalProps) {
  const { avstangdaMallar: avstangda } = installningar;
  return HANDLINGSTYPER.filter((typ) => harSlaget(installningar, typ) && mallarFor(typ).length > 1).map((typ) => {
    const mallar = mallarFor(typ);
    const andras = avstangda.filter((id) => mallar.every((mall) => mall.id !== id));
    return (
      <Checkbox.Group
        key={typ}
        label={INSTALLNING.mallar(TYPNAMN[typ])}
        description={INSTALLNING.mallarForklaring}
        error={brister[typ]}
        errorProps={{ mt: 'xs' }}
        value={mallar.map(({ id }) => id).filter((id) => !avstangda.includes(id))}
        onChange={(valda) => andra([...andras, ...mallar.map(({ id }) => id).filter((id) => !valda.includes(id))])}
      >
        <Stack gap="xs" mt="xs">
          {mallar.map(({ id, namn, beskrivning }, index) => (
            <Checkbox
              key={id}
              // What is wrong may be out of sight from the button that was pressed.
              ref={index === 0 && brister[typ] !== undefined ? fokusera : undefined}
              value={id}
              label={namn}
              description={beskrivning}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  });
}
