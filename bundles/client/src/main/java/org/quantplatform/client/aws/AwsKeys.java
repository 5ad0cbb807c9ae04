package org.quantplatform.client.aws;

import java.util.Optional;

/**
 * What signs for an identity of AWS; stays in this program.
 *
 * @param sessionToken that goes with keys of limited life
 */
public record AwsKeys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

    @Override
    public String toString() {
        return "AwsKeys[" + accessKeyId + "]";
    }
}
