package org.quantplatform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

class GuardTest {

    /** As a service of the api would be, with one method that its author forgot to annotate. */
    interface Notes {

        @Access(Permission.STRATEGY_READ)
        String read(String id);

        @Access(value = Permission.STRATEGY_WRITE, audit = "note.write")
        void write(String id);

        void forgotten();
    }

    private static final class Book implements Notes {

        private final List<String> written = new ArrayList<>();

        @Override
        public String read(String id) {
            return "note " + id;
        }

        @Override
        public void write(String id) {
            if (id.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            if (id.isEmpty()) {
                throw QuantException.invalid("id", "must not be empty");
            }
            written.add(id);
        }

        @Override
        public void forgotten() {
            written.add("forgotten");
        }
    }

    private static final class Log implements AuditLog {

        private final List<String> entries = new ArrayList<>();

        @Override
        public void append(Caller caller, String action, String resource, String status) {
            entries.add(caller.username() + " " + action + " " + resource + " " + status);
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

    private final Book book = new Book();
    private final Log log = new Log();

    private Notes as(Role role) {
        return Guard.before(Notes.class, book, new Caller(1, "ann", Set.of(role), "local", "127.0.0.1"), log);
    }

    @Test
    void readsLeaveNoRecord() {
        assertThat(as(Role.VIEWER).read("7")).isEqualTo("note 7");
        assertThat(log.entries).isEmpty();
    }

    @Test
    void changesLeaveARecord() {
        as(Role.USER).write("7");
        assertThat(book.written).containsExactly("7");
        assertThat(log.entries).containsExactly("ann note.write 7 ok");
    }

    @Test
    void refusesWhatTheRoleMayNotAndRecordsIt() {
        assertThatThrownBy(() -> as(Role.VIEWER).write("7"))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(book.written).isEmpty();
        assertThat(log.entries).containsExactly("ann note.write 7 denied");
    }

    @Test
    void refusesWhatTheScopesDoNotNameAndRecordsIt() {
        Caller scoped =
                new Caller(1, "ann", Set.of(Role.ADMIN), "api-key", "127.0.0.1", Set.of(Permission.STRATEGY_READ));
        Notes notes = Guard.before(Notes.class, book, scoped, log);

        assertThat(notes.read("7")).isEqualTo("note 7");
        assertThatThrownBy(() -> notes.write("7"))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                .hasMessageContaining("which the API key does not have");
        assertThat(book.written).isEmpty();
        assertThat(log.entries).containsExactly("ann note.write 7 denied");
    }

    @Test
    void recordsFailuresAndHandsThemOn() {
        assertThatThrownBy(() -> as(Role.ADMIN).write(""))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
        assertThat(log.entries).containsExactly("ann note.write  failed");
    }

    @Test
    void recordsUnexpectedFailuresToo() {
        assertThatThrownBy(() -> as(Role.ADMIN).write("broken")).isInstanceOf(IllegalStateException.class);
        assertThat(log.entries).containsExactly("ann note.write broken failed");
    }

    @Test
    void refusesMethodsThatNameNoPermission() {
        assertThatThrownBy(() -> as(Role.ADMIN).forgotten()).isInstanceOf(QuantException.class);
        assertThat(book.written).isEmpty();
    }

    static Stream<Class<?>> services() {
        return Arrays.stream(PlatformSession.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(Class::isInterface);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyMethodOfTheApiNamesItsPermission(Class<?> service) {
        for (Method method : service.getMethods()) {
            assertThat(method.getAnnotation(Access.class))
                    .as("%s.%s", service.getSimpleName(), method.getName())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyChangeOfTheApiLeavesARecordOfWhatItChanged(Class<?> service) {
        for (Method method : service.getMethods()) {
            Class<?> result = method.getReturnType();
            if (!method.getAnnotation(Access.class).audit().isEmpty()) {
                assertThat(Resources.areToldBy(result))
                        .as("%s.%s: add its %s to Resources", service.getSimpleName(), method.getName(), result)
                        .isNotEqualTo(Resources.TELL_NONE.contains(result));
            }
        }
    }

    @Test
    void recordsWhatWasMade() {
        assertThat(Resources.idOf(new SecretInfo("feed-key", "ann", Instant.EPOCH, Instant.EPOCH)))
                .isEqualTo("feed-key");
        assertThat(Resources.idOf(null)).isNull();
        assertThat(Resources.idOf("text")).isNull();
    }

    @Test
    void onlyAdministratorsMayManagePlugins() {
        assertThat(Permissions.allow(Set.of(Role.ADMIN), Permission.PLUGIN_MANAGE))
                .isTrue();
        assertThat(Permissions.allow(Set.of(Role.ANALYST, Role.USER, Role.VIEWER), Permission.PLUGIN_MANAGE))
                .isFalse();
        assertThat(Permissions.allow(Set.of(), Permission.DATA_READ)).isFalse();
    }
}
