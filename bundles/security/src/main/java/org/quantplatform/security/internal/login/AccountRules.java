package org.quantplatform.security.internal.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** What names, addresses and passwords must be like. */
final class AccountRules {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");

    /** Who calls from this machine or its shell under the auth modes of those names. */
    private static final Set<String> RESERVED = Set.of("local", "console");

    /** The first guesses of everybody; parts of a password, in lower case and without its digits and signs. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwort",
            "letmein",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "administrator",
            "changeme",
            "welcome",
            "iloveyou",
            "abcdefghijkl",
            "quantplatform");

    private AccountRules() {}

    /** Name, address and password of a user that is to be made. */
    record Entry(String username, @Nullable String email, @Nullable String password) {}

    /**
     * The entry with name and address in lower case.
     *
     * @throws QuantException {@code INVALID_REQUEST} with every wrong field
     */
    static Entry checked(@Nullable String username, @Nullable String email, @Nullable String password) {
        List<FieldError> errors = new ArrayList<>();
        String name = username == null ? "" : username.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            errors.add(new FieldError(
                    "username", "must be 2 to 50 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit"));
        } else if (isReserved(name)) {
            errors.add(new FieldError("username", "'" + name + "' is the platform's own"));
        }
        String address = email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
        if (address != null && !EMAIL.matcher(address).matches()) {
            errors.add(new FieldError("email", "must be an e-mail address"));
        }
        if (password != null) {
            wrong(password, name).ifPresent(text -> errors.add(new FieldError("password", text)));
        }
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return new Entry(name, address, password);
    }

    /** Whether it is the name of a caller whom the platform lets in without a login. */
    static boolean isReserved(String username) {
        return RESERVED.contains(username);
    }

    /** What is wrong with a password of this user; never holds the password. */
    static Optional<String> wrong(@Nullable String password, String username) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("must have at least " + SHORTEST_PASSWORD + " characters");
        }
        if (BcryptHashes.bytes(password).length > BcryptHashes.LONGEST_BYTES) {
            return Optional.of("must have at most " + BcryptHashes.LONGEST_BYTES + " bytes in UTF-8");
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("must not hold control characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (username.length() > 3 && lower.contains(username)) {
            return Optional.of("must not contain the user name");
        }
        String letters = lower.replaceAll("[^\\p{L}]", "");
        if (COMMON.contains(letters) || password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("is too easy to guess");
        }
        return Optional.empty();
    }
}
