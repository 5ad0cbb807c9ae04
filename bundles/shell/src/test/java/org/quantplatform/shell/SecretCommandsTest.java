package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretCommandsTest {

    private final Run run = new Run();

    @Test
    void asksForTheValueAndNeverShowsIt() {
        run.accounts.answers.add("s3cret");
        assertThat(run.of("secret", "set", "feed-key")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).isEqualTo("stored secret feed-key\n");
        assertThat(run.secrets.values).containsEntry("feed-key", "s3cret");

        assertThat(run.of("secret", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("feed-key").doesNotContain("s3cret");
        assertThat(run.of("secret", "delete", "feed-key")).isEqualTo(ExitCode.DONE);
        assertThat(run.secrets.values).isEmpty();
        assertThat(run.of("secret", "delete", "feed-key")).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void takesNoValueAsArgument() {
        assertThat(run.of("secret", "set", "feed-key", "s3cret")).isEqualTo(ExitCode.USAGE);
        assertThat(run.of("secret", "set", "feed-key")).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("nobody is there to answer 'Value of feed-key:'");
    }
}
