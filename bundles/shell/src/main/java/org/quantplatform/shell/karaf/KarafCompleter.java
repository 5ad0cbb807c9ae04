package org.quantplatform.shell.karaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.CommandTree;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.commands.Values;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Offers option names, choices, and the ids that the server has at the moment. */
final class KarafCompleter implements Completer {

    private static final PageRequest MANY = new PageRequest(1, 200);

    private final Platform platform;
    private final CommandName name;

    KarafCompleter(Platform platform, CommandName name) {
        this.platform = platform;
        this.name = name;
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<Candidate> found = new ArrayList<>();
        completeCandidates(session, line, found);
        found.forEach(c -> candidates.add(c.value()));
        return found.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        int index = line.getCursorArgumentIndex();
        String[] words = line.getArguments();
        String current = line.getCursorArgument() == null ? "" : line.getCursorArgument();
        String typed = current.substring(0, Math.min(current.length(), line.getArgumentPosition()));
        if (index == 0) {
            if (name.full().startsWith(typed) || name.name().startsWith(typed)) {
                candidates.add(new Candidate(name.full(), true));
            }
            return;
        }
        if (words.length == 0 || !words[0].equals(name.full()) && !words[0].equals(name.name())) {
            return;
        }
        List<String> before = Arrays.asList(words).subList(1, Math.min(index, words.length));
        offers(before, typed).stream()
                .filter(o -> o.value().startsWith(typed))
                .forEach(o -> candidates.add(new Candidate(o.value(), o.value(), null, o.help(), null, null, true)));
    }

    private record Offer(String value, @Nullable String help) {}

    private List<Offer> offers(List<String> before, String typed) {
        try (KarafHost host = new KarafHost(platform)) {
            CommandSpec spec = leaf(host);
            Optional<OptionSpec> open = before.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(spec.optionsMap().get(before.get(before.size() - 1)))
                            .filter(o -> o.arity().max() > 0);
            if (open.isPresent()) {
                return values(host, open.get().paramLabel(), open.get().type(), before);
            }
            if (typed.startsWith("-")) {
                return spec.options().stream()
                        .flatMap(o -> Arrays.stream(o.names()).map(n -> new Offer(n, help(o))))
                        .toList();
            }
            return spec.positionalParameters().stream()
                    .flatMap(p -> values(host, p.paramLabel(), p.type(), before).stream())
                    .toList();
        } catch (QuantException e) {
            // while the platform is not ready there is nothing to offer
            return List.of();
        }
    }

    private CommandSpec leaf(KarafHost host) {
        picocli.CommandLine at = CommandTree.of(host, new Globals());
        for (String step : name.path()) {
            at = at.getSubcommands().get(step);
        }
        return at.getCommandSpec();
    }

    private static List<Offer> values(KarafHost host, String label, Class<?> type, List<String> before) {
        if (type.isEnum() && !label.equals(Values.KIND)) {
            return Arrays.stream(type.getEnumConstants())
                    .map(c -> new Offer(c.toString().toLowerCase(Locale.ROOT), null))
                    .toList();
        }
        return stored(host.session(), label, before).toList();
    }

    private static Stream<Offer> stored(PlatformSession session, String label, List<String> before) {
        return switch (label) {
            case Values.STRATEGY ->
                session.strategies().list(MANY).items().stream().map(s -> new Offer(s.id(), s.name()));
            case Values.BACKTEST ->
                session.backtests().list(BacktestQuery.ALL, MANY).items().stream()
                        .map(b -> new Offer(b.backtestId(), b.strategyName()));
            case Values.SEARCH ->
                session.searches().list(MANY).items().stream().map(s -> new Offer(s.searchId(), s.name()));
            case Values.JOB -> session.jobs().list(MANY).items().stream().map(j -> new Offer(j.id(), j.kind()));
            case Values.IMPORT ->
                session.data().imports(MANY).items().stream().map(i -> new Offer(i.importId(), i.source()));
            case Values.KIND -> Arrays.stream(PluginKind.values()).map(k -> new Offer(k.code(), null));
            case Values.EXPRESSION ->
                session.expressions().list(MANY).items().stream().map(e -> new Offer(e.id(), e.expression()));
            case Values.FACTOR -> session.factors().list(MANY).items().stream().map(f -> new Offer(f.id(), f.title()));
            case Values.PLUGIN -> plugins(session, before);
            default -> Stream.empty();
        };
    }

    private static Stream<Offer> plugins(PlatformSession session, List<String> before) {
        Optional<PluginKind> kind =
                before.stream().map(PluginKind::find).flatMap(Optional::stream).findFirst();
        return session.plugins().list(kind, MANY).items().stream()
                .filter(p -> kind.isPresent() || p.kind() == PluginKind.STRATEGY || before.isEmpty())
                .map((PluginInfo p) -> new Offer(p.id(), p.title()));
    }

    private static @Nullable String help(OptionSpec option) {
        return option.description().length == 0 ? null : option.description()[0];
    }
}
