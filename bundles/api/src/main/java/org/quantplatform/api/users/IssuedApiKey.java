package org.quantplatform.api.users;

/**
 * A key that was made.
 *
 * @param token what the program sends; told this once, and kept nowhere
 */
public record IssuedApiKey(String token, ApiKey key) {

    @Override
    public String toString() {
        return "IssuedApiKey[" + key.id() + "]";
    }
}
