package org.quantplatform.client.aws;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.quantplatform.api.auth.AwsLoginRequest;

/**
 * Signs the question to STS who its signer is, for one server: that server can send it on once, within five minutes, and
 * learns nothing but the answer. The server's name is signed along, so that a server of another name cannot use it.
 */
public final class CallerProof {

    private static final String BODY = "Action=GetCallerIdentity&Version=2011-06-15";

    private final AwsEnvironment environment;
    private final Clock clock;

    public CallerProof(AwsEnvironment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** @param serverName by which the user knows the server; never what the server says of itself */
    public AwsLoginRequest sign(String serverName) {
        AwsKeys keys = environment.keys();
        URI sts = environment.sts();
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Host", sts.getAuthority());
        headers.put("X-Amz-Date", SignatureV4.time(clock.instant()));
        headers.put("X-Quant-Nonce", UUID.randomUUID().toString());
        headers.put("X-Quant-Server-Name", serverName);
        keys.sessionToken().ifPresent(token -> headers.put("X-Amz-Security-Token", token));
        SignatureV4 signature = new SignatureV4(keys, environment.signingRegion(), "sts");
        headers.put("Authorization", signature.authorization("POST", headers, BODY));
        return new AwsLoginRequest("POST", sts + "/", headers, BODY);
    }
}
