package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.core.identity.LoginFailures;
import org.quantplatform.core.identity.SessionRecords;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.User.Password;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.ExternalUsers.ExternalIdentity;
import org.quantplatform.store.internal.sql.Database;

class StoredLoginsTest {

    private static final Instant SOON = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);

    private Database database;
    private StoredUsers users;
    private StoredSessions sessions;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        users = new StoredUsers(database);
        sessions = new StoredSessions(database);
    }

    @Test
    void findsUsersByNameOrAddressInAnyCase() {
        User ann = users.add(draft("ann", "ann@example.org", Role.ANALYST));

        assertThat(users.find("ANN")).contains(ann);
        assertThat(users.find("Ann@Example.org")).contains(ann);
        assertThat(users.find("' or 1=1 --")).isEmpty();
        assertThat(ann.password()).isEqualTo(Password.lasting("hash of ann"));
    }

    @Test
    void keepsNamesAndAddressesUnique() {
        users.add(draft("ann", "ann@example.org", Role.USER));

        refused(ErrorCode.CONFLICT, () -> users.add(draft("ann", null, Role.USER)));
        refused(ErrorCode.CONFLICT, () -> users.add(draft("bob", "ann@example.org", Role.USER)));
        assertThat(users.list(PageRequest.FIRST).items())
                .extracting(User::username)
                .containsExactly("ann");
    }

    @Test
    void makesOneFirstAdministratorHoweverManyAskAtOnce() throws Exception {
        users.ensureUser("local", Set.of(Role.ADMIN));
        assertThat(users.hasLogin()).isFalse();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tries = List.of(first("a1"), first("b1"), first("c1"), first("d1"));
            int made = 0;
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                made += one.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(users.hasLogin()).isTrue();
    }

    @Test
    void keepsOneAdministratorWhoCanLogIn() {
        users.ensureUser("local", Set.of(Role.ADMIN));
        User ann = users.add(draft("ann", null, Role.ADMIN));
        refused(ErrorCode.CONFLICT, () -> users.setRole(ann.id(), Role.USER));
        refused(ErrorCode.CONFLICT, () -> users.setActive(ann.id(), false));

        users.add(draft("bob", null, Role.ADMIN));
        users.setActive(ann.id(), false);

        assertThat(users.find("ann").orElseThrow().active()).isFalse();
    }

    @Test
    void findsSessionsOfActiveUsersUntilTheyExpire() {
        User ann = users.add(draft("ann", null, Role.VIEWER));
        users.add(draft("root", null, Role.ADMIN));
        sessions.add("h1", ann.id(), "simple", SOON);
        sessions.add("h2", ann.id(), "simple", Instant.now().minusSeconds(1));

        SessionRecords.Found found = sessions.find("h1").orElseThrow();
        assertThat(found)
                .isEqualTo(new SessionRecords.Found(
                        ann.id(), "ann", Role.VIEWER, false, "simple", found.startedAt(), SOON));
        assertThat(found.startedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(sessions.find("h2")).isEmpty();
        users.setActive(ann.id(), false);
        assertThat(sessions.find("h1")).isEmpty();
        users.setActive(ann.id(), true);
        sessions.removeOf(ann.id());
        assertThat(sessions.find("h1")).isEmpty();
    }

    @Test
    void exchangesARefreshTokenOnceAndOnlyForTheNext() {
        User ann = users.add(draft("ann", null, Role.VIEWER));
        sessions.add("h1", ann.id(), "jwt", SOON);
        Instant later = SOON.plusSeconds(60);

        assertThat(sessions.exchange("h1", null, "r1", SOON)).isTrue();
        assertThat(sessions.exchange("h1", null, "r9", SOON)).isFalse();
        assertThat(sessions.exchange("h1", "r1", "r2", later)).isTrue();
        assertThat(sessions.exchange("h1", "r1", "r3", SOON)).isFalse();
        assertThat(sessions.exchange("h2", "r2", "r3", SOON)).isFalse();
        assertThat(sessions.find("h1").orElseThrow().expiresAt()).isEqualTo(later);
        assertThat(sessions.exchange("h1", "r2", "r3", Instant.now().minusSeconds(1)))
                .isTrue();
        assertThat(sessions.exchange("h1", "r3", "r4", SOON)).isFalse();
    }

    @Test
    void tellsOfPasswordsThatMustBeChanged() {
        User ann = users.add(draft("ann", null, Role.USER));
        users.setPassword(ann.id(), Password.temporary("other", SOON));
        sessions.add("h1", ann.id(), "simple", SOON);

        assertThat(users.find("ann").orElseThrow().password()).isEqualTo(Password.temporary("other", SOON));
        assertThat(sessions.find("h1").orElseThrow().changeRequired()).isTrue();
    }

    @Test
    void findsKeysOfActiveUsersUntilTheyExpire() {
        StoredApiKeys keys = new StoredApiKeys(database);
        User ann = users.add(draft("ann", null, Role.ANALYST));
        users.add(draft("root", null, Role.ADMIN));
        Set<Permission> scopes = Set.of(Permission.DATA_WRITE, Permission.DATA_READ);
        ApiKey made = keys.add(new ApiKeyRecords.Draft("key_1", ann.id(), "one", "h1", scopes, SOON), 2);
        keys.add(
                new ApiKeyRecords.Draft(
                        "key_2", ann.id(), "two", "h2", scopes, Instant.now().minusSeconds(1)),
                2);
        refused(
                ErrorCode.CONFLICT,
                () -> keys.add(new ApiKeyRecords.Draft("key_3", ann.id(), "three", "h3", scopes, null), 2));

        assertThat(made.scopes()).containsExactly(Permission.DATA_READ, Permission.DATA_WRITE);
        assertThat(made.lastUsedAt()).isNull();
        assertThat(keys.find("h1"))
                .contains(new ApiKeyRecords.Found("key_1", ann.id(), "ann", Role.ANALYST, false, scopes, SOON));
        assertThat(keys.find("h2")).isEmpty();
        assertThat(keys.list(ann.id(), PageRequest.FIRST).items())
                .extracting(ApiKey::id)
                .containsExactly("key_2", "key_1");
        assertThat(keys.list(ann.id(), PageRequest.FIRST).items().get(1).lastUsedAt())
                .isNotNull();
        users.setActive(ann.id(), false);
        assertThat(keys.find("h1")).isEmpty();
        assertThat(keys.remove(ann.id() + 1, "key_1")).isFalse();
        assertThat(keys.remove(ann.id(), "key_1")).isTrue();
    }

    @Test
    void countsFailuresUntilCleared() {
        StoredLoginFailures failures = new StoredLoginFailures(database);

        assertThat(failures.add("s")).isEqualTo(1);
        assertThat(failures.add("s")).isEqualTo(2);
        failures.lock("s", SOON);
        assertThat(failures.state("s")).isEqualTo(new LoginFailures.State(2, SOON));
        failures.clear("s");
        assertThat(failures.state("s")).isEqualTo(new LoginFailures.State(0, null));
    }

    @Test
    void makesAUserForAnIdentityFromOutsideOnce() {
        StoredExternalUsers external = new StoredExternalUsers(database);

        assertThat(external.admit(identity("AIDA1"))).contains("aws:123456789012:user:bob");
        User bob = users.find("aws:123456789012:user:bob").orElseThrow();
        assertThat(bob.role()).isEqualTo(Role.USER);
        assertThat(bob.subject()).isEqualTo("arn:aws:iam::123456789012:user/Bob");
        users.setRole(bob.id(), Role.ANALYST);

        assertThat(external.admit(identity("AIDA1"))).isPresent();
        assertThat(users.find(bob.username()).orElseThrow().role()).isEqualTo(Role.ANALYST);
        assertThat(users.hasLogin()).isTrue();
    }

    @Test
    void keepsADeactivatedUserAndASuccessorOfTheSameNameOut() {
        StoredExternalUsers external = new StoredExternalUsers(database);
        external.admit(identity("AIDA1"));
        long bob = users.find("aws:123456789012:user:bob").orElseThrow().id();

        assertThat(external.admit(identity("AIDA2"))).isEmpty();
        users.setActive(bob, false);
        assertThat(external.admit(identity("AIDA1"))).isEmpty();

        users.setActive(bob, true);
        assertThat(external.admit(identity("AIDA2"))).isPresent();
        assertThat(external.admit(identity("AIDA1"))).isEmpty();
    }

    @Test
    void neverTakesAUserWithAPasswordForOneFromOutside() {
        users.add(draft("aws:123456789012:user:bob", null, Role.ADMIN));

        assertThat(new StoredExternalUsers(database).admit(identity("AIDA1"))).isEmpty();
    }

    @Test
    void takesAProofOnceHoweverManyBringIt() throws Exception {
        StoredUsedProofs proofs = new StoredUsedProofs(database);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> use = () -> proofs.firstUse("aws", "proof", SOON);
            int first = 0;
            for (Future<Boolean> one : threads.invokeAll(List.of(use, use, use, use))) {
                first += one.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(proofs.firstUse("other", "proof", SOON)).isTrue();
        assertThat(proofs.firstUse("aws", "old", Instant.now().minusSeconds(1))).isTrue();
        assertThat(proofs.firstUse("aws", "old", SOON)).as("forgotten").isTrue();
    }

    private static ExternalIdentity identity(String key) {
        return new ExternalIdentity(
                "aws:123456789012:user:bob", "arn:aws:iam::123456789012:user/Bob", key, "123456789012", Role.USER);
    }

    private Callable<Boolean> first(String name) {
        return () -> {
            try {
                users.addFirst(draft(name, null, Role.ADMIN));
                return true;
            } catch (QuantException e) {
                return false;
            }
        };
    }

    private static User.Draft draft(String name, String email, Role role) {
        return new User.Draft(name, email, role, Password.lasting("hash of " + name));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
