package org.quantplatform.shell.commands;

import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The group {@code secret}. */
public final class SecretCommands {

    private static final Table<SecretInfo> TABLE = Table.of(SecretInfo.class)
            .text("name", SecretInfo::name)
            .text("updated_by", SecretInfo::updatedBy)
            .shown("created_at", SecretInfo::createdAt, s -> Figures.time(s.createdAt()))
            .shown("updated_at", SecretInfo::updatedAt, s -> Figures.time(s.updatedAt()));

    private SecretCommands() {}

    /** In order of name. */
    @Command(name = "list", description = "List the names of the stored secrets")
    public static final class ListSecrets extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().secrets().list(page.request()), "secrets", TABLE);
        }
    }

    /** The value is no argument: those are seen by others and kept in a history. */
    @Command(name = "set", description = "Store a secret; its value is asked for, or read from the standard input")
    public static final class Store extends QuantCommand {

        @Parameters(paramLabel = "NAME", description = "Name by which plug-ins ask for it")
        private String name = "";

        @Override
        int run() {
            String value = new Dialog(host().prompts()).secret("Value of " + name + ": ");
            SecretInfo secret = session().secrets().set(name, new SecretValue(value));
            if (!printed(secret)) {
                screen().line("stored secret " + secret.name());
            }
            return ExitCode.DONE;
        }
    }

    /** Plug-ins that ask for it find nothing from then on. */
    @Command(name = "delete", description = "Remove a secret")
    public static final class Delete extends QuantCommand {

        @Parameters(paramLabel = "NAME", description = "Name of the secret")
        private String name = "";

        @Override
        int run() {
            session().secrets().delete(name);
            note("deleted secret " + name);
            return ExitCode.DONE;
        }
    }
}
