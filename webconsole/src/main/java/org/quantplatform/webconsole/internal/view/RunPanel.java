package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.webconsole.internal.chart.EquityChart;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.Platform;
import org.quantplatform.webconsole.internal.platform.Pulse;

/** One run: its progress while it works, its result when it has ended. */
final class RunPanel extends Div {

    private final PlatformSession session;
    private final String id;
    private final Consumer<Backtest> repeated;
    private @Nullable ProgressCard progress;
    private Span status = new Span();
    private Jobs.@Nullable Watch watch;
    private @Nullable Registration poll;

    /** @param repeated told the new run when the reader asks to reproduce this one */
    RunPanel(PlatformSession session, String id, Consumer<Backtest> repeated) {
        this.session = session;
        this.id = id;
        this.repeated = repeated;
        addClassName("stack");
        setId("run-result");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Backtest run = session.backtests().get(id);
        show(run);
        if (!run.status().ended()) {
            follow(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unfollow();
    }

    private void follow(UI ui) {
        AtomicReference<JobEvent> latest = new AtomicReference<>();
        watch = session.jobs().watch(id, 0, event -> {
            // a page that is behind gets one message with the latest state instead of many
            if (latest.getAndSet(event) == null) {
                Pulse.access(ui, () -> show(Objects.requireNonNull(latest.getAndSet(null))));
            }
        });
        // the watch is lost when the platform's bundles are exchanged; the look each second is not
        poll = Platform.current()
                .pulse()
                .watch(ui, () -> session.backtests().get(id).status(), status -> {
                    if (status.ended()) {
                        ended();
                    }
                });
    }

    private void unfollow() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (poll != null) {
            poll.remove();
            poll = null;
        }
    }

    private void show(JobEvent event) {
        if (event.last()) {
            ended();
        } else if (progress != null) {
            progress.show(event);
            if (!event.type().equals("queued")) {
                status.setText(Parts.word(JobStatus.RUNNING));
            }
        }
    }

    private void ended() {
        if (progress != null) {
            unfollow();
            show(session.backtests().get(id));
        }
    }

    private void show(Backtest run) {
        removeAll();
        progress = null;
        add(head(run));
        switch (run.status()) {
            case QUEUED, RUNNING -> {
                progress = new ProgressCard(this::cancel);
                add(progress);
            }
            case COMPLETED -> addResult(run);
            case FAILED -> add(problem("The run failed", Objects.requireNonNullElse(run.error(), "no reason given")));
            case CANCELLED -> add(Parts.empty("cancelled", "Cancelled", "The run was stopped before its end."));
        }
    }

    private void cancel() {
        Notices.tell(() -> session.backtests().cancel(id));
    }

    private Div head(Backtest run) {
        H2 name = new H2(run.strategyName());
        Div title = new Div(name, Parts.quiet(run.startDate() + " to " + run.endDate() + " · " + run.backtestId()));
        Div bar = Parts.bar(title);
        if (isSynthetic(run)) {
            bar.add(Parts.synthetic());
        }
        status = Parts.status(run.status());
        bar.add(status);
        boolean own = !ReceivedCard.holds(session, id);
        if (own && run.status().ended()) {
            Button again = new Button("Reproduce", Icons.of("repeat"), event -> reproduce());
            again.setId("reproduce");
            again.setTooltipText("Runs it again with the same code and data; the hash must be the same");
            bar.add(again);
        }
        if (own) {
            bar.add(ShareDialog.buttonFor(session, run));
        }
        Anchor link = new Anchor("backtests/" + run.backtestId(), "Link");
        link.setId("permalink");
        link.setTitle("Address of this result");
        bar.add(link);
        Div card = Parts.card(bar);
        card.setId("run-head");
        return card;
    }

    private void reproduce() {
        Notices.tell(() -> repeated.accept(session.backtests().reproduce(id)));
    }

    private void addResult(Backtest run) {
        if (!run.warnings().isEmpty()) {
            add(warnings(run.warnings()));
        }
        if (run.summary() != null) {
            add(new MetricCards(run.summary(), run.currency()));
        }
        EquitySeries equity = session.backtests().equity(id);
        EquityChart chart = new EquityChart(equity, run.currency());
        chart.setId("equity-chart");
        add(Parts.card(chart));
        if (equity.dates().size() > RollingCard.WINDOW) {
            add(new MonthsCard(session.statistics(), id), new RollingCard(session.statistics(), id));
        }
        add(new StatisticsCard(session.statistics(), id));
        add(new PositionsCard(session.statistics(), id, run.currency()));
        add(new TradesCard(session.backtests(), run));
        add(new FiguresCard(session.statistics(), id, run.currency()));
        if (run.manifest() != null) {
            add(new ManifestCard(run.manifest()));
        }
    }

    private static Div warnings(List<String> texts) {
        UnorderedList list = new UnorderedList();
        texts.forEach(text -> list.add(new ListItem(text)));
        Div box = Parts.box("warnings", list);
        box.setId("warnings");
        box.getElement().setAttribute("role", "note");
        return box;
    }

    private static Div problem(String title, String text) {
        Div box = Parts.empty("failed", title, text);
        box.addClassName("bad");
        box.getElement().setAttribute("role", "alert");
        return box;
    }

    static boolean isSynthetic(Backtest run) {
        return run.warnings().stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).contains("synthetic"));
    }
}
