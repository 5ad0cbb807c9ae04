package org.quantplatform.assembly.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes access tokens as an attacker would, or as the server would when it were asked for strange ones. */
final class JwtForge {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String kid;
    private final PrivateKey key;

    private JwtForge(String kid, PrivateKey key) {
        this.kid = kid;
        this.key = key;
    }

    /** With the private key of the server, which only its owner can read. */
    static JwtForge ofServer(Path home) throws Exception {
        try (var files = Files.list(home.resolve("data/auth/jwt"))) {
            JsonNode jwk = Documents.parse(Files.readString(files.findFirst().orElseThrow()));
            RSAPrivateKeySpec spec = new RSAPrivateKeySpec(number(jwk, "n"), number(jwk, "d"));
            return new JwtForge(
                    jwk.path("kid").asText(), KeyFactory.getInstance("RSA").generatePrivate(spec));
        }
    }

    /** With a key of its own, under the name of the server's. */
    JwtForge withAnotherKey() throws GeneralSecurityException {
        return new JwtForge(
                kid, KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText()));
    }

    String header(String algorithm) {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(algorithm, kid);
    }

    String signed(String header, String claims) throws GeneralSecurityException {
        String input = input(header, claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64.encodeToString(signature.sign());
    }

    String signed(String claims) throws GeneralSecurityException {
        return signed(header("RS256"), claims);
    }

    String withSecret(byte[] secret, String claims) throws GeneralSecurityException {
        String input = input(header("HS256"), claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return input + "." + BASE64.encodeToString(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    static String input(String header, String claims) {
        return part(header) + "." + part(claims);
    }

    static String headerOf(String token) {
        return text(token.split("\\.")[0]);
    }

    static String claimsOf(String token) {
        return text(token.split("\\.")[1]);
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
