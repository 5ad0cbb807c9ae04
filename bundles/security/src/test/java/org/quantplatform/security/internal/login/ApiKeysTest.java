package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.User.Password;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.security.internal.ApiKeyDoor;
import org.quantplatform.security.internal.AuthModes;
import org.quantplatform.security.internal.Permissions;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;

class ApiKeysTest {

    private static final String ADDRESS = "203.0.113.7";

    private final MemoryUsers users = new MemoryUsers();
    private final TestClock clock = new TestClock();
    private final MemoryApiKeyRecords records = new MemoryApiKeyRecords(users, clock);
    private final ApiKeyTokens tokens = tokens(credentials -> AuthResult.NO_LOGIN);
    private final TokenSessions sessions = new TokenSessions(new MemorySessions(users), users, clock);
    private final UserAdministration administration = new UserAdministration(
            users, new PasswordDirectory(users, new MemoryFailures(), new CountedHashes(), clock), sessions, tokens);
    private ApiKeys keys;

    private ApiKeyTokens tokens(AuthMode mode) {
        return new ApiKeyTokens(records, new AuthModes(new OneMode(mode), "password"), clock);
    }

    @BeforeEach
    void addUsers() {
        users.add(new User.Draft("root", null, Role.ADMIN, Password.lasting("x")));
        User ann = users.add(new User.Draft("ann", null, Role.USER, Password.lasting("x")));
        keys = of(ann);
    }

    private ApiKeys of(User user) {
        Caller caller = new Caller(user.id(), user.username(), Set.of(user.role()), "password", ADDRESS);
        return new OwnApiKeys(records, tokens).forCaller(caller);
    }

    private static Credentials bearer(String token) {
        return new Credentials(Map.of("bearer", token), ADDRESS);
    }

    private IssuedApiKey made(Permission... scopes) {
        return keys.create(new NewApiKey("nightly", List.of(scopes), null));
    }

    @Test
    void aKeyMayDoWhatItsScopesAndItsOwnersRoleAllow() {
        Caller caller = tokens.find(bearer(made(Permission.STRATEGY_READ, Permission.STRATEGY_WRITE)
                        .token()))
                .orElseThrow();

        assertThat(caller.username()).isEqualTo("ann");
        assertThat(caller.mode()).isEqualTo(ApiKeyDoor.MODE);
        assertThat(Arrays.stream(Permission.values()).filter(one -> Permissions.allow(caller, one)))
                .containsExactly(Permission.STRATEGY_READ, Permission.STRATEGY_WRITE);
        administration.setRole("ann", Role.VIEWER);
        Caller lower = tokens.find(bearer(keys.create(new NewApiKey("x", List.of(Permission.STRATEGY_READ), null))
                        .token()))
                .orElseThrow();
        assertThat(lower.roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void aKeyThatLostItsRoleMayDoLess() {
        String token = made(Permission.STRATEGY_READ, Permission.STRATEGY_WRITE).token();
        assertThat(tokens.find(bearer(token))).isPresent();

        administration.setRole("ann", Role.VIEWER);

        Caller caller = tokens.find(bearer(token)).orElseThrow();
        assertThat(Permissions.allow(caller, Permission.STRATEGY_READ)).isTrue();
        assertThat(Permissions.allow(caller, Permission.STRATEGY_WRITE)).isFalse();
    }

    @Test
    void noKeyReachesTheAccount() {
        Caller caller =
                tokens.find(bearer(made(Permission.STRATEGY_READ).token())).orElseThrow();

        assertThat(Permissions.allow(caller, Permission.ACCOUNT)).isFalse();
    }

    @Test
    void keysEndAtOnce() {
        String token = made(Permission.DATA_READ).token();
        IssuedApiKey other = made(Permission.DATA_READ);
        assertThat(tokens.find(bearer(other.token()))).isPresent();
        keys.revoke(other.key().id());
        assertThat(tokens.find(bearer(other.token()))).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> keys.revoke(other.key().id()));

        assertThat(tokens.find(bearer(token))).isPresent();
        administration.deactivate("ann");
        assertThat(tokens.find(bearer(token))).isEmpty();
        administration.activate("ann");
        assertThat(tokens.find(bearer(token))).isPresent();
        administration.reset("ann");
        assertThat(tokens.find(bearer(token)).orElseThrow().roles()).isEmpty();
    }

    @Test
    void keysExpire() {
        Duration rest = Duration.ofDays(30);
        String token = ApiKeyTokens.make();
        long ann = users.find("ann").orElseThrow().id();
        records.add(
                new ApiKeyRecords.Draft(
                        "key_1",
                        ann,
                        "x",
                        Tokens.hash(token),
                        Set.of(Permission.DATA_READ),
                        clock.instant().plus(rest)),
                1);
        assertThat(tokens.find(bearer(token))).isPresent();
        clock.pass(rest.minusSeconds(1));
        assertThat(tokens.find(bearer(token))).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.find(bearer(token))).isEmpty();
    }

    @Test
    void onlyTheOwnerSeesAndRevokesAKey() {
        IssuedApiKey made = made(Permission.DATA_READ);
        ApiKeys others = of(users.find("root").orElseThrow());

        assertThat(others.list(PageRequest.FIRST).items()).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> others.revoke(made.key().id()));
        assertThat(keys.list(PageRequest.FIRST).items()).containsExactly(made.key());
    }

    @Test
    void storesAndPrintsNothingThatLetsIn() {
        IssuedApiKey made = made(Permission.DATA_READ);

        assertThat(made.token()).matches("qk_[0-9a-f]{64}");
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(records.rows.toString()).doesNotContain(made.token().substring(3));
        String stored = records.rows.keySet().iterator().next();
        assertThat(tokens.find(bearer("qk_" + stored))).isEmpty();
    }

    @Test
    void asksTheDatabaseOnceForManyCallsAndNeverForWhatIsNoKey() {
        String token = made(Permission.DATA_READ).token();
        for (int i = 0; i < 1000; i++) {
            assertThat(tokens.find(bearer(token))).isPresent();
        }
        assertThat(records.asked).isEqualTo(1);
        for (String text : List.of("", "qk_", "qk_x", token + "0", token.substring(3), "QK_" + token.substring(3))) {
            assertThat(tokens.find(bearer(text))).isEmpty();
        }
        assertThat(records.asked).isEqualTo(1);
    }

    @Test
    void countsNothingWhereOnlyThisMachineIsLetIn() {
        String token = made(Permission.DATA_READ).token();
        ApiKeyTokens local = tokens(new AuthMode() {

            @Override
            public AuthResult authenticate(Credentials credentials) {
                return AuthResult.NO_LOGIN;
            }

            @Override
            public boolean takesCallersFromElsewhere() {
                return false;
            }
        });

        assertThat(local.isKey(bearer(token))).isTrue();
        assertThat(local.find(bearer(token))).isEmpty();
    }

    @Test
    void isForUsersWhoLogIn() {
        Caller console = new Caller(9, "console", Set.of(Role.ADMIN), "password", "console");
        ApiKeys own = new OwnApiKeys(records, tokens).forCaller(console);

        refused(ErrorCode.FORBIDDEN, () -> own.create(new NewApiKey("x", List.of(Permission.DATA_READ), null)));
    }

    static Stream<Arguments> wrong() {
        List<Permission> read = List.of(Permission.DATA_READ);
        return Stream.of(
                Arguments.of(new NewApiKey(null, read, null), "name"),
                Arguments.of(new NewApiKey(" ", read, null), "name"),
                Arguments.of(new NewApiKey("x".repeat(101), read, null), "name"),
                Arguments.of(new NewApiKey("a\u0007", read, null), "name"),
                Arguments.of(new NewApiKey("x", null, null), "scopes"),
                Arguments.of(new NewApiKey("x", List.of(), null), "scopes"),
                Arguments.of(new NewApiKey("x", List.of(Permission.DATA_WRITE), null), "scopes[0]"),
                Arguments.of(new NewApiKey("x", List.of(Permission.DATA_READ, Permission.ACCOUNT), null), "scopes[1]"),
                Arguments.of(new NewApiKey("x", Arrays.asList((Permission) null), null), "scopes[0]"),
                Arguments.of(new NewApiKey("x", read, 0), "expires_in_days"),
                Arguments.of(new NewApiKey("x", read, 3651), "expires_in_days"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWrongRequests(NewApiKey key, String field) {
        assertThatThrownBy(() -> keys.create(key))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
        assertThat(records.rows).isEmpty();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
