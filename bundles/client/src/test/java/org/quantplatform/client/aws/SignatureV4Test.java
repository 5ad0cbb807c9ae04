package org.quantplatform.client.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signatures are those of AWS's published "Signature Version 4 Test Suite", cases named as there. */
class SignatureV4Test {

    private static final AwsKeys KEYS =
            new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty());
    private static final String TOKEN =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeM"
                    + "icRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0"
                    + "wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOL"
                    + "n9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    @ParameterizedTest
    @CsvSource({
        "get-vanilla, GET, '', '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "post-vanilla, POST, '', '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "post-x-www-form-urlencoded, POST, application/x-www-form-urlencoded, Param1=value1,"
                + " ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
    })
    void signsAsPublished(String name, String method, String contentType, String body, String signature) {
        Map<String, String> headers = headers();
        if (!contentType.isEmpty()) {
            headers.put("Content-Type", contentType);
        }

        assertThat(sign(method, headers, body)).as(name).endsWith("Signature=" + signature);
    }

    @Test
    void signsTheTokenOfTemporaryKeysAsPublished() {
        Map<String, String> headers = headers();
        headers.put("X-Amz-Security-Token", TOKEN);

        assertThat(sign("POST", headers, ""))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                        + "SignedHeaders=host;x-amz-date;x-amz-security-token, "
                        + "Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead");
    }

    @Test
    void writesTimesAsAwsReadsThem() {
        assertThat(SignatureV4.time(Instant.parse("2015-08-30T12:36:00.999Z"))).isEqualTo("20150830T123600Z");
    }

    private static String sign(String method, Map<String, String> headers, String body) {
        return new SignatureV4(KEYS, "us-east-1", "service").authorization(method, headers, body);
    }

    private static Map<String, String> headers() {
        return new TreeMap<>(Map.of("Host", "example.amazonaws.com", "X-Amz-Date", "20150830T123600Z"));
    }
}
