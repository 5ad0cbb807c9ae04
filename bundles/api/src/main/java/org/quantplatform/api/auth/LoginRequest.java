package org.quantplatform.api.auth;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.QuantException;

/**
 * A user's proof by password; one of name and e-mail address says who.
 */
public record LoginRequest(@Nullable String username, @Nullable String email, @Nullable String password) {

    /**
     * @throws QuantException {@code INVALID_REQUEST} when who or the password is missing
     */
    public Credentials credentials(String address) {
        String who = username == null ? email : username;
        if (who == null || who.isBlank()) {
            throw QuantException.invalid("username", "is required, or 'email'");
        }
        if (password == null) {
            throw QuantException.invalid("password", "is required");
        }
        Map<String, String> values = new HashMap<>();
        values.put("username", who.strip());
        values.put("password", password);
        return new Credentials(values, address);
    }

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
