package org.quantplatform.api.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.QuantException;

/** The token by which a session is prolonged. */
public record RefreshRequest(@Nullable String refreshToken) {

    /**
     * @throws QuantException {@code INVALID_REQUEST} when there is none
     */
    public Credentials credentials(String address) {
        if (refreshToken == null || refreshToken.isBlank()) {
            throw QuantException.invalid("refresh_token", "is required");
        }
        return new Credentials(Map.of("refresh_token", refreshToken), address);
    }

    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
