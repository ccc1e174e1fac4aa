import type { Lanksyfte } from '@samskrift/shared';
import type { Brev } from './post.ts';

/** What the mail with a one-time link says. */
export function lankbrev(syfte: Exclude<Lanksyfte, 'forstaStart'>, till: string, namn: string, lank: string): Brev {
  if (syfte === 'inbjudan') {
    return {
      till,
      amne: 'Inbjudan till Samskrift',
      text: `Hej ${namn}!\n\nDu har fått ett konto i Samskrift, där nämndens texter skrivs tillsammans.\nÖppna länken och välj ditt lösenord. Den gäller i sju dagar och kan användas en gång.\n\n${lank}\n`,
    };
  }
  return {
    till,
    amne: 'Nytt lösenord i Samskrift',
    text: `Hej ${namn}!\n\nÖppna länken för att välja ett nytt lösenord. Den gäller i en timme och kan användas en gång.\n\n${lank}\n\nHar du inte bett om det behöver du inte göra något: ditt lösenord är oförändrat.\n`,
  };
}
