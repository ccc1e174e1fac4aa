import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a software key can be told to do otherwise than a real one does. */
export interface Oddity {
  readonly origin?: string;
  readonly rpId?: string;
  /** Without a finger or a code. */
  readonly unverified?: boolean;
  readonly challenge?: string;
  readonly userHandle?: string;
  readonly counter?: number;
}

interface Asked {
  readonly challenge: string;
}

/** A key as a telephone has one, of real ES256: makes itself known and signs challenges, as WebAuthn says. */
export class SoftwareKey {
  readonly id = randomBytes(16);
  readonly #origin: string;
  readonly #rpId: string;
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle = '';
  #counter = 0;

  constructor(origin: string, rpId: string) {
    this.#origin = origin;
    this.#rpId = rpId;
  }

  create(asked: Asked & { readonly user: { readonly id: string } }, odd: Oddity = {}) {
    this.#userHandle = asked.user.id;
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const coordinate = (value: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value, 'base64url')]);
    // COSE: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }
    const cose = Buffer.concat([
      Buffer.from('a5010203262001', 'hex'),
      ...[Buffer.from('21', 'hex'), coordinate(x), Buffer.from('22', 'hex'), coordinate(y)],
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]);
    const data = this.#data(odd, 0x40, credential);
    // CBOR: { fmt: 'none', attStmt: {}, authData }
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    const clientDataJSON = this.#client('webauthn.create', asked, odd).toString('base64url');
    return this.#credential({ clientDataJSON, attestationObject: attestation.toString('base64url') });
  }

  get(asked: Asked, odd: Oddity = {}) {
    this.#counter += 1;
    const client = this.#client('webauthn.get', asked, odd);
    const data = this.#data({ counter: this.#counter, ...odd }, 0, Buffer.alloc(0));
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.#credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#pair.privateKey).toString('base64url'),
      userHandle: odd.userHandle ?? this.#userHandle,
    });
  }

  #credential<Response>(response: Response) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #client(type: string, { challenge }: Asked, odd: Oddity): Buffer {
    const origin = odd.origin ?? this.#origin;
    return Buffer.from(JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin, crossOrigin: false }));
  }

  #data({ rpId = this.#rpId, unverified = false, counter = 0 }: Oddity, flags: number, more: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const present = 0x01 | (unverified ? 0 : 0x04) | flags;
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([present]), count, more]);
  }
}
