package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.webconsole.internal.platform.Figures;

/** How far long work has come, with a way to stop it. */
final class ProgressCard extends Div {

    private final ProgressBar bar = new ProgressBar(0, 1);
    private final Span text = new Span("Waiting for a free place");
    private final Span percent = new Span("");

    ProgressCard(Runnable cancel) {
        addClassName("card");
        bar.setId("progress");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Progress");
        text.setId("progress-text");
        Div line = new Div(text, percent);
        line.addClassName("progress-line");
        line.getElement().setAttribute("role", "status");
        Button stop = new Button("Cancel", event -> cancel.run());
        stop.setId("cancel");
        stop.setDisableOnClick(true);
        add(line, bar, stop);
    }

    void show(JobEvent event) {
        switch (event.type()) {
            case "started" -> text.setText("Preparing data");
            case "progress" ->
                progress(event.values().get("completed_days"), event.values().get("total_days"));
            default -> {}
        }
    }

    private void progress(Object completed, Object total) {
        if (completed instanceof Number done && total instanceof Number all && all.longValue() > 0) {
            text.setText(Figures.count(done.longValue()) + " of " + Figures.count(all.longValue()) + " days");
            show(done.doubleValue() / all.doubleValue());
        }
    }

    /** {@code fraction} is clipped to 0 to 1. */
    void show(double fraction) {
        double value = Math.min(1, Math.max(0, fraction));
        bar.setIndeterminate(false);
        bar.setValue(value);
        percent.setText(Math.round(value * 100) + " %");
    }
}
