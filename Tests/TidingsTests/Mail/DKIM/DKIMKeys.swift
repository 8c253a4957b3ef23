import Foundation

@testable import Tidings

/// Keys that were made for these tests and guard nothing.
enum DKIMKeys {
  /// As made by this program, for signatures whose length counts.
  static let rsa = Result { try DKIMPrivateKey(rsaBits: 2048) }

  /// 1024 bits, PKCS #1.
  static let rsa1024PKCS1 =
    """
    -----BEGIN RSA PRIVATE KEY-----
    MIICXQIBAAKBgQDJZ0972YlptHZmyu/78BTxd9bMULbUtGZBLNF51F75o7gotQee
    S8VOfSM6AHbiwC4B5NfIKrMvRCjrFMSXZPzC52YEHgsWmDs6G6sOdE6Nlp84WNiK
    TDiPIq0wq+qHjb20irb6oC85Yxe2zB5+kHzKvY2IiRGsKxK6XSB+wCNoKQIDAQAB
    AoGBAJBG9eWe/JVAteEFV81/O0GPu8w5tf/CC858sMM5o5/p7K8coAyB8yI6+tU+
    J+xgB5VLvliiXiJqDXX6NqrNqVMfzVLMjIIYZpV2HVRuTLQDhRFJwY+FbosZV6RL
    I4nghZz7fuDPxq+8Ei+x1Znk73zDlNaAZPn8OZ/8M7rjLPYBAkEA9nd6jc7VUNqT
    oNqW6XdL8VnWqR8/GAUks/9BdRZXxQEZoM07OCixNArVnvKX8L16apqVTlo8kxCG
    RoJymAgyEQJBANExnWxhmnt7L0FIVA6pnUu1KRIOQ425qWyXp/aNOo8BPL99oIdf
    BfoJyJ3itBLASTf1qkkSPta9fxwHNH3pvJkCQQCoJVUX//7qHWTQPbDtcHUAIIFh
    ei7KTV//6OoYXnjcr2ZznPCE3MYgMjARM4JTPIGSzwmDne5rir+AxSg27ohxAkBY
    0ttH8K16btSiwIZIb4aFZdeZfgr6+3FP1ZkQ2+iYXesgV8Q4loVgJJVVTLQvHgw4
    wYvbWO7rmSyGhxyntf5JAkBqAHR8uALcBzBo7Towr/ZOYfYmPCimUbByD9DPO61S
    044wqaegqnG7rDG2dsd09SfOlSlJs7JOK1/cvkDUtL2c
    -----END RSA PRIVATE KEY-----
    """
  /// The same key by PKCS #8.
  static let rsa1024PKCS8 =
    """
    -----BEGIN PRIVATE KEY-----
    MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAMlnT3vZiWm0dmbK
    7/vwFPF31sxQttS0ZkEs0XnUXvmjuCi1B55LxU59IzoAduLALgHk18gqsy9EKOsU
    xJdk/MLnZgQeCxaYOzobqw50To2WnzhY2IpMOI8irTCr6oeNvbSKtvqgLzljF7bM
    Hn6QfMq9jYiJEawrErpdIH7AI2gpAgMBAAECgYEAkEb15Z78lUC14QVXzX87QY+7
    zDm1/8ILznywwzmjn+nsrxygDIHzIjr61T4n7GAHlUu+WKJeImoNdfo2qs2pUx/N
    UsyMghhmlXYdVG5MtAOFEUnBj4VuixlXpEsjieCFnPt+4M/Gr7wSL7HVmeTvfMOU
    1oBk+fw5n/wzuuMs9gECQQD2d3qNztVQ2pOg2pbpd0vxWdapHz8YBSSz/0F1FlfF
    ARmgzTs4KLE0CtWe8pfwvXpqmpVOWjyTEIZGgnKYCDIRAkEA0TGdbGGae3svQUhU
    DqmdS7UpEg5DjbmpbJen9o06jwE8v32gh18F+gnIneK0EsBJN/WqSRI+1r1/HAc0
    fem8mQJBAKglVRf//uodZNA9sO1wdQAggWF6LspNX//o6hheeNyvZnOc8ITcxiAy
    MBEzglM8gZLPCYOd7muKv4DFKDbuiHECQFjS20fwrXpu1KLAhkhvhoVl15l+Cvr7
    cU/VmRDb6Jhd6yBXxDiWhWAklVVMtC8eDDjBi9tY7uuZLIaHHKe1/kkCQGoAdHy4
    AtwHMGjtOjCv9k5h9iY8KKZRsHIP0M87rVLTjjCpp6CqcbusMbZ2x3T1J86VKUmz
    sk4rX9y+QNS0vZw=
    -----END PRIVATE KEY-----
    """
  static let rsa512 =
    """
    -----BEGIN RSA PRIVATE KEY-----
    MIIBOgIBAAJBAJ+sruxINcmU1AluuHxHTL3HhTKeyNoSEFqVUCFwJQLfhyBKAOnU
    0mYEFohhSoWcRwKMw8omBdYZvMt6WrGWxLECAwEAAQJBAIaW3ubpQvVETqoYusZ+
    ru/0opB1iOVPfptr6hwVVA0jmdlnSJ+X1V1+eIA1TN7MzYdkGPPlYoHm5KlFm4no
    35UCIQDQgR3HO9quLvkVyiBpiC+FP77uWrmH/w8uqR+gbXv0swIhAMQMEUbvILUy
    Fvkhb7PuRuqy7Jp+DXIyjTvHQzbfqjsLAiB7v/Zdln+/G/AIZ7P/Dq4tptz6eOxe
    9BodtpEn1XNZkwIgRFm0uFdsvt+s1MUMjd34SaGCDkb+Zx8q0HmjfIE0d4sCICEL
    zHRX0JwBR2c49EuILrDslOjVsz9XCSTe95NLj1EA
    -----END RSA PRIVATE KEY-----
    """
  static let rsaPublic =
    """
    -----BEGIN PUBLIC KEY-----
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJZ0972YlptHZmyu/78BTxd9bM
    ULbUtGZBLNF51F75o7gotQeeS8VOfSM6AHbiwC4B5NfIKrMvRCjrFMSXZPzC52YE
    HgsWmDs6G6sOdE6Nlp84WNiKTDiPIq0wq+qHjb20irb6oC85Yxe2zB5+kHzKvY2I
    iRGsKxK6XSB+wCNoKQIDAQAB
    -----END PUBLIC KEY-----
    """
  static let ed25519 =
    """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEILGwsleJkMydkYlseVFWVzJU/QJSHI/c3s/EngtLFJm5
    -----END PRIVATE KEY-----
    """
  /// For key agreement, not for signatures.
  static let x25519 =
    """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VuBCIEIOjrwnDKxykwwn+4ctEpVhD1kNjoFu+lO2C85jFlUrJ4
    -----END PRIVATE KEY-----
    """
  static let p256 =
    """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQge5K1aQ2ma6DgIIDF
    CI0ertSN/SiRLBYDtdN92cqBkNGhRANCAAQ/NApOVSU5T0nhWsTgWvkL0pa6Vrse
    d38TYmXCQhGYxGn6xt55Fgquj8lZWmMtRNyP6TyoAUBgufU0prTlH17+
    -----END PRIVATE KEY-----
    """
  static let encrypted =
    """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgFH0DLhu0I0wICCAAw
    DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMJYR0QR3jzOobUDFrkVZawEQHvo
    D9zsG4kSsI7zU3pD1pcZszF6Allxwd3hGB/GUvxcGncdVbAgUGuSwYF17TnENkfR
    ERFBZL5UtndYyu1m240=
    -----END ENCRYPTED PRIVATE KEY-----
    """

  /// What OpenSSL says of the public halves.
  static let rsa1024Public =
    """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJZ0972YlptHZmyu/78BTxd9bMULbUtGZBLNF51F75o7gotQee\
    S8VOfSM6AHbiwC4B5NfIKrMvRCjrFMSXZPzC52YEHgsWmDs6G6sOdE6Nlp84WNiKTDiPIq0wq+qHjb20irb6oC85\
    Yxe2zB5+kHzKvY2IiRGsKxK6XSB+wCNoKQIDAQAB
    """
  static let ed25519Public = "UKO+0V+ECzvewpAsFfBtPLGKyckgR/6dsO91Ra/FW/c="
}
