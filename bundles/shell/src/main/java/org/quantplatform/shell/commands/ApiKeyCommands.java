package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code apikey}. */
public final class ApiKeyCommands {

    private static final Table<ApiKey> TABLE = Table.of(ApiKey.class)
            .text("id", ApiKey::id)
            .text("name", ApiKey::name)
            .text("scopes", ApiKeyCommands::scopes)
            .shown("created_at", ApiKey::createdAt, k -> Figures.time(k.createdAt()))
            .shown("expires_at", ApiKey::expiresAt, k -> Figures.time(k.expiresAt()))
            .shown("last_used_at", ApiKey::lastUsedAt, k -> Figures.time(k.lastUsedAt()));

    private ApiKeyCommands() {}

    private static String scopes(ApiKey key) {
        return key.scopes().stream().map(Labels::of).collect(Collectors.joining(" "));
    }

    /** Latest first. */
    @Command(name = "list", description = "List your API keys")
    public static final class ListKeys extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().apiKeys().list(page.request()), "keys", TABLE);
        }
    }

    /** The token is told once. */
    @Command(name = "create", description = "Make an API key for a program; its token is told this once")
    public static final class Create extends QuantCommand {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the key is for")
        private String name = "";

        @Option(
                names = "--scope",
                required = true,
                split = ",",
                paramLabel = "SCOPE",
                description = "What the key may do, such as strategy_read; may be given several times")
        private List<Permission> scopes = new ArrayList<>();

        @Option(names = "--expires-days", paramLabel = "DAYS", description = "Days it counts; for ever otherwise")
        private @Nullable Integer days;

        @Override
        int run() {
            IssuedApiKey issued = session().apiKeys().create(new NewApiKey(name, scopes, days));
            if (printed(issued)) {
                return ExitCode.DONE;
            }
            screen().line("created " + issued.key().id() + " (" + scopes(issued.key()) + ")");
            screen().line("token: " + issued.token());
            note("It is told this once. Programs send it as 'Authorization: Bearer TOKEN', quant takes it from"
                    + " QUANT_PLATFORM_TOKEN.");
            return ExitCode.DONE;
        }
    }

    /** Counts for the next call. */
    @Command(name = "revoke", description = "Let an API key count no more")
    public static final class Revoke extends QuantCommand {

        @Parameters(paramLabel = "ID", description = "Id of the key")
        private String id = "";

        @Override
        int run() {
            session().apiKeys().revoke(id);
            note("revoked " + id);
            return ExitCode.DONE;
        }
    }
}
