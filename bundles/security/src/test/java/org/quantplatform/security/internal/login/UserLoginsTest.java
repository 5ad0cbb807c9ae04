package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.security.internal.AuthModes;

class UserLoginsTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final String PASSWORD = "correct horse battery";

    private static final class Log implements AuditLog {

        private final List<String> entries = new ArrayList<>();

        @Override
        public void append(Caller caller, String action, String resource, String status) {
            entries.add(action + " " + caller.username() + " " + status + " " + caller.address());
        }

        @Override
        public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
            return Page.of(List.of(), page, 0);
        }

        @Override
        public AuditVerification verify(@Nullable String anchor) {
            throw new UnsupportedOperationException();
        }
    }

    @TempDir
    private Path data;

    private final MemoryUsers users = new MemoryUsers();
    private final Log log = new Log();
    private final PasswordDirectory passwords =
            new PasswordDirectory(users, new MemoryFailures(), new CountedHashes(), new TestClock());
    private final TokenSessions sessions = new TokenSessions(new MemorySessions(users), users, new TestClock());
    private final OneMode registry = new OneMode(new PasswordMode(passwords, sessions));
    private final ApiKeyTokens keys = new ApiKeyTokens(
            new MemoryApiKeyRecords(users, new TestClock()), new AuthModes(registry, "password"), new TestClock());
    private final UserAdministration administration = new UserAdministration(users, passwords, sessions, keys);
    private UserLogins logins;

    @BeforeEach
    void start() {
        logins = start("local,password");
    }

    private UserLogins start(String modes) {
        return new UserLogins(data, new AuthModes(registry, modes), keys, users, passwords, log);
    }

    private Path token() {
        return data.resolve("setup-token");
    }

    private void setup(String name) throws IOException {
        String token = Files.readString(token()).strip();
        logins.setup(new Setup(token, name, null, PASSWORD), ADDRESS);
    }

    @Test
    void makesTheFirstAdministratorOnce() throws IOException {
        assertThat(logins.status(Credentials.from(ADDRESS)).setupRequired()).isTrue();
        String token = Files.readString(token()).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token())))
                .isEqualTo("rw-------");
        start("local,password");
        assertThat(Files.readString(token()).strip()).isEqualTo(token);

        refused(ErrorCode.FORBIDDEN, () -> logins.setup(new Setup("x", "ann", null, PASSWORD), ADDRESS));
        refused(ErrorCode.INVALID_REQUEST, () -> logins.setup(new Setup(token, "ann", null, "short"), ADDRESS));
        assertThat(logins.setup(new Setup(token, "Ann", null, PASSWORD), ADDRESS)
                        .role())
                .isEqualTo(Role.ADMIN);

        assertThat(token()).doesNotExist();
        refused(ErrorCode.CONFLICT, () -> logins.setup(new Setup(token, "eve", null, PASSWORD), ADDRESS));
        assertThat(log.entries)
                .containsExactly(
                        "setup  denied " + ADDRESS,
                        "setup  failed " + ADDRESS,
                        "setup ann ok " + ADDRESS,
                        "setup  failed " + ADDRESS);
        start("local,password");
        assertThat(token()).doesNotExist();
    }

    @Test
    void logsInAndOut() throws IOException {
        setup("ann");
        log.entries.clear();
        Login login = logins.login(password("ann", PASSWORD));

        assertThat(login.user().username()).isEqualTo("ann");
        assertThat(logins.status(session(login)).username()).isEqualTo("ann");
        assertThat(logins.status(session(login)).expiresAt()).isEqualTo(login.expiresAt());
        logins.logout(session(login));
        logins.logout(session(login));
        assertThat(logins.status(session(login)).authenticated()).isFalse();
        assertThat(log.entries).containsExactly("login ann ok " + ADDRESS, "logout ann ok " + ADDRESS);
    }

    @Test
    void recordsRefusalsButNotWhatWasTypedForANameNobodyHas() throws IOException {
        setup("ann");
        log.entries.clear();

        refused(ErrorCode.UNAUTHENTICATED, () -> logins.login(password("ann", "wrong")));
        refused(ErrorCode.UNAUTHENTICATED, () -> logins.login(password(PASSWORD, "ann")));
        IntStream.range(0, 4)
                .forEach(i -> refused(ErrorCode.UNAUTHENTICATED, () -> logins.login(password("ann", "wrong"))));
        assertThatThrownBy(() -> logins.login(password("ann", PASSWORD)))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.retryAfter()).isPresent());
        assertThat(log.entries).hasSize(7).contains("login  denied " + ADDRESS, "login ann denied " + ADDRESS);
        assertThat(log.entries.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void saysWhenNoModeKnowsALogin() throws IOException {
        setup("ann");
        registry.there = false;

        assertThatThrownBy(() -> logins.login(password("ann", PASSWORD))).hasMessageContaining("knows a login");
    }

    @Test
    void temporaryPasswordsServeOnlyToBeChanged() throws IOException {
        setup("ann");
        IssuedPassword issued = administration.create(new NewUser("bob", null, Role.ANALYST, null));
        assertThat(issued.toString()).doesNotContain(String.valueOf(issued.temporaryPassword()));
        Login login = logins.login(password("bob", issued.temporaryPassword()));
        assertThat(login.user().passwordChangeRequired()).isTrue();
        assertThat(logins.status(session(login)).roles()).isEmpty();

        OwnAccount accounts = new OwnAccount(users, passwords, sessions);
        Caller bob = new Caller(users.find("bob").orElseThrow().id(), "bob", Set.of(), "password", ADDRESS);
        refused(ErrorCode.INVALID_REQUEST, () -> accounts.forCaller(bob)
                .changePassword(new PasswordChange("wrong", "nine blue kettles")));
        accounts.forCaller(bob).changePassword(new PasswordChange(issued.temporaryPassword(), "nine blue kettles"));

        assertThat(logins.status(session(login)).authenticated()).isFalse();
        Login again = logins.login(password("bob", "nine blue kettles"));
        assertThat(logins.status(session(again)).roles()).containsExactly(Role.ANALYST);
    }

    @Test
    void changesOfUsersCountAtOnce() throws IOException {
        setup("ann");
        administration.create(new NewUser("bob", null, null, "nine blue kettles"));
        Login login = logins.login(password("bob", "nine blue kettles"));

        administration.setRole("bob", Role.VIEWER);
        assertThat(logins.status(session(login)).roles()).containsExactly(Role.VIEWER);
        administration.deactivate("bob");
        assertThat(logins.status(session(login)).authenticated()).isFalse();
        refused(ErrorCode.UNAUTHENTICATED, () -> logins.login(password("bob", "nine blue kettles")));
        administration.activate("bob");
        assertThat(logins.status(session(login)).authenticated()).isFalse();
        Login second = logins.login(password("bob", "nine blue kettles"));
        administration.reset("bob");
        assertThat(logins.status(session(second)).authenticated()).isFalse();
        refused(ErrorCode.NOT_FOUND, () -> administration.reset("nobody"));
    }

    private static Credentials password(String name, String password) {
        return new Credentials(Map.of("username", name, "password", password), ADDRESS);
    }

    private static Credentials session(Login login) {
        return new Credentials(Map.of("session_token", ((SessionLogin) login).sessionToken()), ADDRESS);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
