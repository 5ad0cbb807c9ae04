package org.quantplatform.shell.commands;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Credentials;
import org.quantplatform.shell.Entry;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first administrator. */
@Command(name = "setup", description = "Make the first administrator, who can then log in and make other users")
public final class SetupCommand extends QuantCommand {

    private static final String USUAL_NAME = "admin";

    @Option(names = "--username", paramLabel = "NAME", description = "Name of the administrator")
    private @Nullable String username;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "E-mail address of the administrator")
    private @Nullable String email;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "What stands in data/setup-token of a server on another machine")
    private @Nullable String token;

    @Override
    int run() {
        Entry entry = host().entry();
        if (!entry.logins().status(Credentials.from("console")).setupRequired()) {
            throw new Failure(ExitCode.REFUSED, "the first administrator has been made already");
        }
        Dialog dialog = new Dialog(host().prompts());
        note("Nobody can log in yet. Let's make your administrator.");
        String name = username == null ? dialog.line("Admin username [" + USUAL_NAME + "]: ", USUAL_NAME) : username;
        String address = email == null ? dialog.line("Admin email (may be empty): ", "") : email;
        String password = dialog.newPassword("Admin password: ");
        String secret = Optional.ofNullable(token)
                .or(entry::setupToken)
                .orElseGet(() -> dialog.secret("Set-up token (data/setup-token on the server): "));
        Setup setup = new Setup(secret, name, address.isEmpty() ? null : address, password);
        UserAccount made = entry.logins().setup(setup, "console");
        if (!printed(made)) {
            screen().line("Admin account created: " + made.username());
        }
        return ExitCode.DONE;
    }
}
