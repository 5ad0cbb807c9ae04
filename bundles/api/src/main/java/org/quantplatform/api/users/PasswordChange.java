package org.quantplatform.api.users;

/** A password and the one that replaces it. */
public record PasswordChange(String currentPassword, String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
