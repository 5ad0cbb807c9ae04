package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Role;

class AccountCommandsTest {

    private final Run run = new Run();

    private int answering(List<String> answers, String... command) {
        run.accounts.answers.clear();
        run.accounts.answers.addAll(answers);
        return run.of(command);
    }

    @Test
    void makesTheFirstAdministrator() {
        assertThat(answering(List.of("", "", "nine blue kettles", "nine blue kettles"), "setup"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("Admin account created: admin\n");
        assertThat(run.accounts.setup.token()).isEqualTo("token");
        assertThat(run.accounts.setup.email()).isNull();

        assertThat(run.of("setup")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("has been made already");
    }

    @Test
    void logsInByAwsWithoutAskingForAnything() {
        assertThat(answering(List.of(), "auth", "login", "--server-name", "desk"))
                .isEqualTo(ExitCode.USAGE);
        run.accounts.add("ann", Role.USER);
        assertThat(answering(List.of(), "--auth", "aws", "auth", "login", "--server-name", "desk"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Login successful");
    }

    @Test
    void asksForPasswordsTwice() {
        assertThat(answering(List.of("one", "other"), "setup", "--username", "ann", "--email", ""))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("the two passwords differ");
        assertThat(answering(List.of(), "setup", "--username", "ann", "--email", ""))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("nobody is there to answer 'Admin password:'");
    }

    @Test
    void keepsAndForgetsSessions() {
        run.accounts.add("ann", Role.USER);
        assertThat(run.of("auth", "status")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("not logged in (quant auth login)");

        assertThat(answering(List.of("ann", "right"), "auth", "login")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("Login successful. Welcome, ann!\n").doesNotContain("secret token");
        assertThat(run.accounts.kept).isNotNull();
        assertThat(run.of("auth", "status")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Logged in as").contains("ann").contains("user");

        assertThat(run.of("auth", "logout")).isEqualTo(ExitCode.DONE);
        assertThat(run.accounts.kept).isNull();
    }

    @Test
    void tellsWrongPasswords() {
        assertThat(answering(List.of("wrong"), "auth", "login", "--username", "ann"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).isEqualTo("quant: wrong user name or password\n");
        assertThat(answering(List.of(), "auth", "login")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void changesThePasswordAndEndsTheSession() {
        run.accounts.add("ann", Role.USER);
        answering(List.of("right"), "auth", "login", "--username", "ann");

        assertThat(answering(List.of("right", "nine blue kettles", "nine blue kettles"), "auth", "password"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Log in again");
        assertThat(run.accounts.kept).isNull();
    }

    @Test
    void managesApiKeys() {
        assertThat(run.of("apikey", "create", "--name", "nightly", "--scope", "data_read,strategy_read"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("created key_1 (data_read strategy_read)\ntoken: qk_secret\n");
        assertThat(run.of("apikey", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("key_1").contains("nightly").doesNotContain("secret");
        assertThat(run.of("apikey", "revoke", "key_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("apikey", "revoke", "key_1")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.of("apikey", "create", "--name", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(run.of("apikey", "create", "--name", "x", "--scope", "root")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void managesUsers() {
        assertThat(run.of("admin", "user", "create", "--username", "bob", "--role", "analyst"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("created user bob with role analyst\ntemporary password: made-password\n");
        assertThat(run.of("admin", "user", "role", "bob", "viewer")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("user bob has role viewer\n");
        assertThat(run.of("admin", "user", "deactivate", "bob")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("admin", "user", "list", "--csv")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("bob,,viewer,no,no,");
        assertThat(run.of("admin", "user", "activate", "bob")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("admin", "user", "reset", "bob")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("temporary password of bob: made-password\n");
        assertThat(run.of("admin", "user", "reset", "nobody")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.of("admin", "user", "role", "bob", "king")).isEqualTo(ExitCode.USAGE);
    }
}
