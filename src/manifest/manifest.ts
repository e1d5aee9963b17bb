/** The parts of a manifest that Vigil's own checks read. Its schema is checked first. */
export interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly developer: {
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots?: readonly Bot[];
  readonly composeExtensions?: readonly { readonly botId?: string }[];
  readonly validDomains?: readonly string[];
}

interface Bot {
  readonly botId: string;
  readonly scopes: readonly string[];
  readonly commandLists?: readonly {
    readonly scopes: readonly string[];
    readonly commands: readonly {
      readonly type?: string;
      readonly title: string;
      readonly prompt?: string;
    }[];
  }[];
}
