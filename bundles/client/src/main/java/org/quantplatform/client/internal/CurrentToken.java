package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.client.TokenRenewal;

/** The token that calls carry; however many are refused at once, it is renewed once. */
final class CurrentToken {

    private final TokenRenewal renewal;
    private volatile Optional<Token> token;

    CurrentToken(Optional<Token> token, TokenRenewal renewal) {
        this.token = token;
        this.renewal = renewal;
    }

    Optional<Token> get() {
        return token;
    }

    /** Whether there is another token than the refused one by now; may ask the server for it. */
    synchronized boolean isRenewed(Optional<Token> refused) {
        if (refused.isPresent() && token.equals(refused)) {
            renewal.renew(refused.get()).ifPresent(next -> token = Optional.of(next));
        }
        return !token.equals(refused);
    }
}
