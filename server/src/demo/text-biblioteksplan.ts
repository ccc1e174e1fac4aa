import { avsnitt, beslutslista, dokument, numreradLista, punktlista, stycke } from '@samskrift/shared';

/** The long text of the demo: what a tjänsteutlåtande of some pages looks like while it is being written. */
export const BIBLIOTEKSPLAN = dokument(
  avsnitt(
    'forslag_till_beslut',
    'Förvaltningens förslag till beslut',
    beslutslista([
      'Kulturnämnden godkänner förslaget till biblioteksplan för åren 2027–2030.',
      'Kulturnämnden överlämnar förslaget till kommunfullmäktige för beslut.',
      'Kulturnämnden uppdrar åt förvaltningen att påbörja utredningen av ett bibliotek i Hamnområdet.',
    ]),
  ),
  avsnitt(
    'sammanfattning',
    'Sammanfattning',
    stycke(
      'Varje kommun ska enligt bibliotekslagen (2013:801) ha en plan för sin biblioteksverksamhet. Björkviks nuvarande plan gäller till och med 2026. Förvaltningen har tagit fram ett förslag till ny plan för åren 2027–2030.',
    ),
    stycke(
      'Förslaget lyfter fram tre områden: läsning bland barn och unga, biblioteket som mötesplats och likvärdig tillgång i hela kommunen. Det innebär bland annat att biblioteken i Strandby och Norrby blir meröppna, att varje grundskola får en utbildad bibliotekarie minst två dagar i veckan och att bokbussen från 2028 ersätts av utlåning i butiker, skolor och bygdegårdar.',
    ),
    stycke(
      'Kostnaden ryms inom nämndens ram fram till och med 2028. För åren därefter behöver frågan prövas i arbetet med budgeten.',
    ),
  ),
  avsnitt(
    'bakgrund',
    'Bakgrund',
    stycke(
      'Björkvik har ett huvudbibliotek i centrum, filialer i Strandby och Norrby och en bokbuss med fjorton hållplatser. Under 2025 gjordes 148 000 besök och 121 000 lån. Besöken har ökat med nio procent på tre år medan lånen av tryckta böcker har minskat med fyra procent.',
    ),
    stycke(
      'Den nuvarande planen antogs 2022. En uppföljning som förvaltningen gjorde i våras visar att elva av planens sexton åtgärder är genomförda. De som återstår gäller främst skolbiblioteken, där ansvaret har varit delat och därför otydligt.',
    ),
    stycke(
      'Andelen barn i årskurs 4 som läser för nöjes skull minst en gång i veckan har enligt kommunens egen enkät sjunkit från 58 till 46 procent på sex år. Skillnaden mellan flickor och pojkar har ökat, liksom skillnaden mellan skolorna.',
    ),
  ),
  avsnitt(
    'arendet',
    'Ärendet',
    stycke(
      'Förslaget till plan beskriver vad kommunen vill uppnå, hur det ska ske och hur det ska följas upp. Det är indelat i tre områden.',
    ),
    stycke('Det första området är läsning bland barn och unga. Här föreslås följande åtgärder:'),
    numreradLista([
      'Alla barn får ett bokpaket vid besöken på barnavårdscentralen vid åtta månader och tre år.',
      'Varje grundskola har en utbildad bibliotekarie på plats minst två dagar i veckan.',
      'Biblioteken ordnar läsgrupper på fritidshemmen, tillsammans med fritidspedagogerna.',
      'Sommarbiblioteket i Badviken fortsätter och får längre öppettider i juli.',
    ]),
    stycke(
      'Det andra området är biblioteket som mötesplats. Huvudbiblioteket byggs om så att bottenvåningen får en scen och fler studieplatser, medan en del av magasinet flyttas. Filialerna i Strandby och Norrby blir meröppna, vilket betyder att den som har lånekort och har fått en genomgång kan komma in mellan klockan sju och tjugotvå alla dagar. Tiden med personal är oförändrad.',
    ),
    stycke(
      'Det tredje området är likvärdig tillgång i hela kommunen. Bokbussen är från 2009 och har under det senaste året stått stilla i sammanlagt sju veckor. En ny buss kostar omkring sex miljoner kronor. Förvaltningen föreslår att bussen i stället ersätts av utlåning på sju fasta platser, dit böcker körs varje vecka:',
    ),
    punktlista([
      'lanthandeln i Lövånger,',
      'bygdegårdarna i Ytterviken och Åsby,',
      'skolorna i Norrby och Hammarsta,',
      'äldreboendena Björkgården och Solsidan.',
    ]),
    stycke(
      'Den som inte kan ta sig till någon av platserna kan få böcker hem. Boken kommer-verksamheten har i dag 41 låntagare och beräknas växa till omkring hundra.',
    ),
    stycke(
      'Kommunfullmäktige beslutade 2024 att ett nytt bostadsområde ska byggas i den gamla hamnen, med inflyttning från 2031. Förvaltningen föreslår att nämnden redan nu låter utreda om ett mindre bibliotek kan rymmas i områdets skola, så att lokalen kan planeras från början.',
    ),
  ),
  avsnitt(
    'arendets_beredning',
    'Ärendets beredning',
    stycke(
      'Förslaget har tagits fram av kulturförvaltningen tillsammans med barn- och utbildningsförvaltningen. Synpunkter har hämtats in vid fyra öppna möten med sammanlagt 160 deltagare, genom en enkät med 730 svar och från rådet för funktionsnedsatta och pensionärsrådet.',
    ),
    stycke('Förvaltningsgruppen har informerats den 9 november 2026.'),
  ),
  avsnitt(
    'synpunkter',
    'Förvaltningens synpunkter och förslag',
    stycke(
      'Förvaltningen bedömer att planen är möjlig att genomföra med de medel som finns under de två första åren. Det förutsätter att ansvaret för skolbiblioteken förs samman hos kulturnämnden och att barn- och utbildningsnämnden för över motsvarande medel, vilket de båda förvaltningarna är överens om.',
    ),
    stycke(
      'Att ersätta bokbussen är den del av förslaget som har väckt flest frågor. Förvaltningen har förståelse för oron. En buss som kommer en gång var tredje vecka och som ofta är inställd ger dock inte en likvärdig tillgång. På de orter där utlåning i butik har prövats har lånen blivit fler, eftersom böckerna finns där varje dag.',
    ),
    stycke(
      'Flera har påpekat att personalen på bussen betyder mer än böckerna. Förvaltningen föreslår därför att en bibliotekarie besöker varje plats minst varannan vecka, på fasta tider, och att förändringen följs upp efter ett år innan den blir slutlig.',
    ),
    stycke(
      'Meröppna bibliotek fungerar väl i de kommuner som förvaltningen har besökt. Skadegörelse är ovanlig. Däremot visar erfarenheterna att de som redan är vana besökare kommer oftare, medan andra inte kommer alls. Bemannade tider, uppsökande arbete och enkla genomgångar på flera språk är därför en förutsättning.',
    ),
    stycke(
      'Förvaltningen föreslår sammantaget att nämnden godkänner förslaget och överlämnar det till kommunfullmäktige.',
    ),
  ),
  avsnitt(
    'maluppfyllelse',
    'Måluppfyllelse',
    stycke(
      'Planen bidrar till nämndens mål att fler barn läser, att kulturen är tillgänglig i hela kommunen och att invånarna är delaktiga i hur verksamheten utformas. Varje mål följs upp årligen med de mått som anges i planens sista kapitel.',
    ),
  ),
  avsnitt(
    'konsekvenser_for_barn',
    'Konsekvenser för barn',
    stycke(
      'Barn och unga är den grupp som planen berör mest. Elever i årskurs 5 på tre skolor har i workshoppar fått beskriva vad ett bra bibliotek är. De har lyft fram lugna hörn, vuxna som kan tipsa om böcker och att det är öppet när skolan slutar. Förslaget tillgodoser de två första önskemålen helt och det tredje i tätorten.',
    ),
  ),
);
