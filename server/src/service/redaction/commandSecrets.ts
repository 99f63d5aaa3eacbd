import { isNoWord, type SecretRule } from './secretRule.ts';

// Programs that take a password as an argument, up to it; a part of a list of arguments is in quotes.
const argument = String.raw`[^\r\n]{0,200}?[\s"',]`;
const gap = String.raw`(?:\\?["'],?)?\s{0,3}=?\\?["']?`;
const separate = String.raw`${gap}(?<=[\s"'=])`;
const commands = [
  String.raw`(?:mysql[a-z]{0,12}|mariadb[a-z-]{0,12})(?=[\s"'\\])${argument}-p(?!ort\b|rotocol\b)`,
  String.raw`mongo(?:sh|dump|restore|export|import|stat|top|files)?(?=[\s"'\\])${argument}-p(?!ort\b)${gap}`,
  String.raw`sshpass(?=[\s"'\\])[^\r\n]{0,40}?-p${gap}`,
  String.raw`(?:docker|podman|helm|skopeo|buildah|az|oc)["',\s]{1,4}(?:registry\s)?login${argument}-p${separate}`,
  String.raw`redis-cli(?=[\s"'\\])${argument}-a${separate}`,
  String.raw`ldap[a-z]{3,8}(?=[\s"'\\])${argument}-w${separate}`,
  String.raw`curl(?=[\s"'\\])${argument}-[a-zA-Z]{0,6}u(?:\\?["'],?)?\s{0,3}\\?["']?[^\s:"'/\\]{1,100}:`,
  String.raw`curl(?=[\s"'\\])${argument}(?:-b|--cookie)${separate}(?=[^\s"'=]{1,100}=)`,
  String.raw`https?(?=\s)(?=[^\r\n]{0,200}\s-a\s)${argument}-a\s{1,3}["']?[^\s:"'/]{1,100}:`,
  String.raw`(?:sqlcmd|bcp|zip|unzip)(?=[\s"'\\])${argument}-P${separate}`,
  String.raw`7za?(?=[\s"'\\])${argument}-p(?=\S)`,
  String.raw`rabbitmqctl\s[^\r\n]{0,60}?(?:add_user|change_password)\s\S{1,100}\s`,
  String.raw`htpasswd\s(?:-\w{1,8}\s){0,3}-\w{0,6}b\w{0,6}\s(?:-\w{1,8}\s){0,3}\S{1,200}\s\S{1,100}\s`,
  String.raw`smbclient(?=[\s"'\\])${argument}-U["'\s]{0,3}[^\s%"']{1,100}%`,
  String.raw`net\suse\s[^\r\n]{0,200}?/user:\S{1,100}\s`,
  String.raw`openssl\s(?:enc|aes[\w-]{1,20})\s[^\r\n]{0,200}?-k\s`,
  String.raw`vault\slogin\s(?:-[\w-]{1,20}(?:=\S{1,60})?\s){0,4}(?!-)(?:token=)?(?=[\w.-]{0,20}\d)`,
  String.raw`(?:cqlsh|snowsql|useradd|usermod|rdesktop)(?=[\s"'\\])${argument}-p${separate}`,
  String.raw`(?:isql|tsql|osql|ipmitool)(?=[\s"'\\])${argument}-P${separate}`,
  String.raw`(?:plink|pscp|psftp|nzsql)(?=[\s"'\\])${argument}-pw${separate}`,
  String.raw`(?:lftp|ftp|sftp|open)(?=[\s"'\\])${argument}-u${gap}[^\s:,"'/\\]{1,100},`,
  String.raw`(?:xfreerdp|wfreerdp|cmdkey)(?=[\s"'\\])${argument}/p(?:ass)?:`,
  String.raw`mc\s(?:alias\sset|config\shost\sadd)\s\S{1,60}\s\S{1,200}\s\S{1,100}\s`,
  String.raw`wpa_passphrase\s\S{1,60}\s`,
  String.raw`net\suser\s\S{1,60}\s(?=\S{1,100}\s/)`,
  String.raw`db2\sconnect\sto\s\S{1,60}\suser\s\S{1,60}\susing\s`,
  String.raw`npm\sconfig\sset\s\S{1,200}:_(?:authToken|auth|password)[\s=]`,
  String.raw`aws\sconfigure\sset\s(?:\S{1,60}\.)?aws_(?:secret_access_key|session_token)\s`,
].join('|');

// By what these programs are found.
const programs = [
  ...[
    'mysql',
    'mariadb',
    'mongo',
    'sshpass',
    'login',
    'redis-cli',
    'ldap',
    'curl',
    'http ',
    'https ',
    'sqlcmd',
    'bcp',
    'zip',
    '7z',
    'rabbitmqctl',
  ],
  ...[
    'htpasswd',
    'smbclient',
    'net use',
    'openssl',
    'cqlsh',
    'snowsql',
    'useradd',
    'usermod',
    'rdesktop',
    'isql',
    'tsql',
    'osql',
    'ipmitool',
  ],
  ...[
    'plink',
    'pscp',
    'psftp',
    'nzsql',
    'ftp',
    'open ',
    'freerdp',
    'cmdkey',
    'mc alias',
    'mc config',
    'wpa_passphrase',
    'net user',
    'db2 connect',
  ],
  ...['npm config', 'aws configure'],
];

/** Secrets among the arguments of programs. */
export const commandSecrets: readonly SecretRule[] = [
  {
    kind: 'secret value',
    keywords: programs,
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:${commands})(?:'(?<secret1>[^'\r\n]{1,200})'|(?<secret2>[^\s"',\\-][^\s"',\\]{0,200}))`,
      'g',
    ),
  },
  {
    // kubectl's and keytool's, of which there may be several.
    kind: 'secret value',
    keywords: ['--from-literal', 'storepass', 'keypass', 'newpass'],
    pattern:
      /(?<![\w-])(?:--from-literal[=\s]["']?[\w.-]{1,200}=|-(?:store|key|deststore|srcstore|new)pass(?:["'],?)?\s{1,3}["']?)(?<secret>[^\s"',\\]{1,2000})/g,
  },
  {
    kind: 'secret value',
    keywords: ['--password-stdin'],
    pattern: /(?<![\w-])echo\s{1,3}(?:-n\s)?["']?(?<secret>[^\s"'|$]{4,500})["']?\s{0,3}\|[^\r\n|]{0,100}--password-stdin/g,
  },
  {
    // SNMP's two, for authentication and privacy.
    kind: 'secret value',
    keywords: ['snmp'],
    pattern: /(?=-[AX])(?<=\bsnmp[a-z]{3,10}\s(?:[^\r\n]{0,200}\s)?)-[AX]\s{0,2}\\?["']?(?<secret>[^\s"'\\-][^\s"'\\]{3,200})/g,
  },
  {
    // echo bob:secret | chpasswd, echo secret | cryptsetup …, cryptsetup … <<< secret
    kind: 'secret value',
    keywords: ['echo', 'printf', '<<<'],
    pattern:
      /(?<![\w-])(?:echo|printf)\s{1,3}(?:-n\s)?["']?(?:[^\s:"'|$]{1,60}:)?(?<secret1>[^\s"'|$]{4,500})["']?\s{0,3}\|\s{0,3}(?:sudo\s)?(?:(?:chpasswd|passwd\s--stdin|cryptsetup|gpg|smbpasswd|kinit|vncpasswd)\b|sudo\s-S)|(?:cryptsetup|passwd|gpg|kinit|docker\slogin)\s[^\r\n<]{0,200}<<<\s{0,2}["']?(?<secret2>[^\s"'$]{4,500})/g,
  },
  {
    // Oracle's: user/password@database, where the text before it suggests one.
    kind: 'secret value',
    keywords: ['@'],
    pattern:
      /(?:sql(?:plus|ldr|cl)|expdp|impdp|rman|jdbc:oracle|oracle|ora-\d{5}|userid|connect(?:ing|ed|ion)?|\b(?:exp|imp|conn|dsn|tns))[^\r\n]{0,60}?(?<![\w/.@-])[A-Za-z][\w$#]{0,30}\/(?<secret>"[^"\r\n]{1,60}"|[^\s/@"'()<>]{1,60})@(?!v?\d|sha\d{3})(?:\/\/)?[\w.-]{1,100}/gi,
  },
  {
    kind: 'secret value',
    keywords: ['-u', '-user'],
    pattern:
      /(?<![\w-])(?:-u|--(?:proxy-)?user)["']?[\s=,]{1,3}["']?(?:[^\s:"'/]{1,100}:["']?(?<secret1>[^\s"']{1,200})|:(?<secret2>[^\s"']{1,200})|(?<secret3>[^\s"':/]{12,200}):(?=["'\s]))/g,
    accept: isNoWord,
  },
  {
    // SQL: IDENTIFIED BY '…', WITH PASSWORD '…', PASSWORD('…').
    kind: 'secret value',
    keywords: ['identified', 'password'],
    pattern:
      /(?:identified\s(?:with\s\S{1,60}\s)?(?:by|as)|(?<!\w)password)\s{0,3}(?:=\s{0,3}N?)?\(?\s{0,3}\\?'(?<secret>(?:[^'\\\r\n]|\\.|''){1,500})'/gi,
    accept: (secret) => /[\d!#$%^&*+~@?]/.test(secret) && !/^[$:?%]\w{0,30}$/.test(secret),
  },
];
