package org.quantplatform.auth.aws;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization} of AWS Signature Version 4, taken apart. Whether the signature is right only AWS can
 * say.
 *
 * @param day of the key, as {@code 20150830}
 * @param signedHeaders in lower case
 * @param signature 64 hexadecimal digits
 */
record Authorization(String day, Set<String> signedHeaders, String signature) {

    private static final Pattern FORM = Pattern.compile("AWS4-HMAC-SHA256 Credential=[A-Z0-9]{16,128}/([0-9]{8})/"
            + "[a-z0-9-]{1,40}/sts/aws4_request, ?SignedHeaders=([a-z0-9;-]{1,500}), ?Signature=([0-9a-f]{64})");

    Authorization {
        signedHeaders = Set.copyOf(signedHeaders);
    }

    /** @throws ProofRefused when it has another form */
    static Authorization parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ProofRefused("the header Authorization is not a signature of version 4 for STS");
        }
        return new Authorization(
                matcher.group(1), Set.copyOf(List.of(matcher.group(2).split(";"))), matcher.group(3));
    }
}
