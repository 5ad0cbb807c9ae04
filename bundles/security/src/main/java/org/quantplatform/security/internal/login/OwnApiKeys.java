package org.quantplatform.security.internal.login;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.security.internal.Permissions;

/** Lets callers make and revoke keys of their own. */
@Component
public final class OwnApiKeys implements CallerService<ApiKeys> {

    private static final int MOST_PER_OWNER = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 3650;

    private final ApiKeyRecords records;
    private final ApiKeyTokens tokens;

    @Activate
    public OwnApiKeys(@Reference ApiKeyRecords records, @Reference ApiKeyTokens tokens) {
        this.records = records;
        this.tokens = tokens;
    }

    @Override
    public Class<ApiKeys> type() {
        return ApiKeys.class;
    }

    @Override
    public ApiKeys forCaller(Caller caller) {
        return new Own(caller);
    }

    private static Set<Permission> checked(NewApiKey key, Caller caller) {
        List<FieldError> errors = new ArrayList<>();
        String name = key.name() == null ? "" : key.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", "must have 1 to " + LONGEST_NAME + " characters, none of them control"));
        }
        @Nullable Integer days = key.expiresInDays();
        if (days != null && (days < 1 || days > LONGEST_DAYS)) {
            errors.add(new FieldError("expires_in_days", "must be 1 to " + LONGEST_DAYS + ", was " + days));
        }
        Set<Permission> scopes = scopes(key.scopes(), caller, errors);
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return scopes;
    }

    private static Set<Permission> scopes(@Nullable List<Permission> asked, Caller caller, List<FieldError> errors) {
        Set<Permission> scopes = EnumSet.noneOf(Permission.class);
        if (asked == null || asked.isEmpty()) {
            errors.add(new FieldError("scopes", "must name at least one permission"));
            return scopes;
        }
        for (int i = 0; i < asked.size() && errors.size() < Permission.values().length; i++) {
            @Nullable Permission scope = asked.get(i);
            if (scope == null || scope == Permission.ACCOUNT) {
                errors.add(new FieldError("scopes[" + i + "]", "cannot be given to a key"));
            } else if (!Permissions.allow(caller, scope)) {
                String name = scope.name().toLowerCase(Locale.ROOT);
                errors.add(new FieldError("scopes[" + i + "]", "your role has no " + name));
            } else {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** The keys of one caller. */
    private final class Own implements ApiKeys {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Page<ApiKey> list(PageRequest page) {
            return records.list(caller.userId(), page);
        }

        @Override
        public IssuedApiKey create(NewApiKey key) {
            if (AccountRules.isReserved(caller.username())) {
                throw QuantException.of(ErrorCode.FORBIDDEN, "keys are for users who log in");
            }
            Set<Permission> scopes = checked(key, caller);
            @Nullable
            Instant end = key.expiresInDays() == null ? null : Instant.now().plus(Duration.ofDays(key.expiresInDays()));
            String token = ApiKeyTokens.make();
            ApiKeyRecords.Draft draft = new ApiKeyRecords.Draft(
                    "key_" + Tokens.token().substring(0, 12),
                    caller.userId(),
                    key.name().strip(),
                    Tokens.hash(token),
                    scopes,
                    end);
            return new IssuedApiKey(token, records.add(draft, MOST_PER_OWNER));
        }

        @Override
        public void revoke(String id) {
            boolean was = records.remove(caller.userId(), id);
            tokens.forget(caller.userId());
            if (!was) {
                throw QuantException.notFound("API key", id);
            }
        }
    }
}
