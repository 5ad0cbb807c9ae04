package org.quantplatform.api.secrets;

import org.jspecify.annotations.Nullable;

/** @param value 1 to 4096 characters; never printed */
public record SecretValue(@Nullable String value) {

    @Override
    public String toString() {
        return "SecretValue";
    }
}
