import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { AKTER, type Aktrad } from '@samskrift/shared';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { tidpunkt } from '../app/datum.ts';
import { Felruta } from '../app/Felruta.tsx';
import { Sida } from '../app/Sida.tsx';
import { filadress, type Loggfilter, loggFraga } from './fragor.ts';
import styles from './Loggsida.module.css';
import { AKTNAMN, gjorde, TEXTER } from './texter.ts';

const I_ORDNING = AKTER.toSorted((a, b) => AKTNAMN[a].localeCompare(AKTNAMN[b], 'sv'));

/** What has been done, as far as the person may see it; what is asked for stands in the address. */
export function Loggsida() {
  const filter = useSearch({ from: '/inloggad/ram/logg' });
  const navigate = useNavigate({ from: '/logg' });
  const satt = (nytt: Loggfilter) =>
    void navigate({ search: { ...filter, ...nytt }, replace: true, resetScroll: false });
  const [person] = useDebouncedValue(filter.person, 300);
  const fraga = useInfiniteQuery(loggFraga({ ...filter, person }));
  const akter = fraga.data?.pages.flatMap((sida) => sida.akter);
  return (
    <Sida
      rubrik={TEXTER.rubrik}
      handlingar={
        <Button
          component="a"
          href={filadress(filter)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {TEXTER.hamta}
        </Button>
      }
    >
      <p className={styles.ingress}>{TEXTER.ingress}</p>
      <div className={styles.filter}>
        <NativeSelect
          label={TEXTER.vad}
          value={filter.akt ?? ''}
          data={[{ value: '', label: TEXTER.allt }, ...I_ORDNING.map((akt) => ({ value: akt, label: AKTNAMN[akt] }))]}
          onChange={(handelse) => satt({ akt: AKTER.find((akt) => akt === handelse.currentTarget.value) })}
        />
        <TextInput
          label={TEXTER.vem}
          placeholder={TEXTER.vemExempel}
          value={filter.person ?? ''}
          onChange={(handelse) => satt({ person: handelse.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={TEXTER.fran}
          value={filter.fran ?? ''}
          onChange={(handelse) => satt({ fran: handelse.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={TEXTER.till}
          value={filter.till ?? ''}
          onChange={(handelse) => satt({ till: handelse.currentTarget.value || undefined })}
        />
        {Object.values(filter).some((varde) => varde !== undefined) && (
          <Button
            variant="subtle"
            onClick={() => satt({ akt: undefined, person: undefined, fran: undefined, till: undefined })}
          >
            {TEXTER.rensa}
          </Button>
        )}
      </div>
      <p role="status" className="bara-upplast">
        {akter === undefined ? TEXTER.laddar : TEXTER.antal(akter.length, fraga.hasNextPage)}
      </p>
      {fraga.error ? (
        <Felruta fel={fraga.error} forsokIgen={() => void fraga.refetch()} />
      ) : akter === undefined ? (
        <Skeleton height={320} aria-label={TEXTER.laddar} />
      ) : akter.length === 0 ? (
        <div className="ark tom">{TEXTER.inga}</div>
      ) : (
        <>
          <ol className="ark lista">
            {akter.map((akt, plats) => (
              // Lines have no name of their own: their numbers would tell of what others do.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
              <Rad key={plats} akt={akt} />
            ))}
          </ol>
          {fraga.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={fraga.isFetchingNextPage}
              onClick={() => void fraga.fetchNextPage()}
            >
              {TEXTER.fler}
            </Button>
          )}
        </>
      )}
    </Sida>
  );
}

function Rad({ akt }: { readonly akt: Aktrad }) {
  const { handling, arende } = akt;
  return (
    <li className={styles.rad}>
      <p>
        <strong>{akt.person ?? TEXTER.okand}</strong> {gjorde(akt)}
        {handling !== null && (
          <>
            {': '}
            <Link to="/handlingar/$id" params={{ id: handling.id }}>
              {handling.titel}
            </Link>
          </>
        )}
      </p>
      <p className={styles.om}>
        <time dateTime={akt.tid}>{tidpunkt(akt.tid)}</time>
        {arende !== null && (
          <Link to="/arenden/$id" params={{ id: arende.id }}>
            {arende.dnr}
          </Link>
        )}
      </p>
    </li>
  );
}
