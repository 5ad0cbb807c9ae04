package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.jobs.JobStatus;

/** Pieces that several pages are made of. */
final class Parts {

    private Parts() {}

    static Div card(Component... content) {
        return box("card", content);
    }

    static Div box(String className, Component... content) {
        Div box = new Div(content);
        box.addClassNames(className.split(" "));
        return box;
    }

    /** A line of components; the space after the first one grows. */
    static Div bar(Component first, Component... others) {
        Div bar = new Div(first);
        bar.addClassName("bar");
        Div space = new Div();
        space.addClassName("grow");
        bar.add(space);
        bar.add(others);
        return bar;
    }

    static Span badge(String text, String look) {
        Span badge = new Span(text);
        badge.addClassName("badge");
        if (!look.isEmpty()) {
            badge.addClassName(look);
        }
        return badge;
    }

    /** As {@link #synthetic()}, saying how much of the market it is. */
    static Span synthetic(MarketInfo market) {
        Span badge = synthetic();
        if (market.synthetic() < market.instruments()) {
            badge.setText(market.synthetic() + " synthetic");
        }
        return badge;
    }

    static Span synthetic() {
        Span badge = badge("Synthetic data", "synthetic");
        badge.setTitle("These prices are generated, not observed");
        return badge;
    }

    static Span status(JobStatus status) {
        String look =
                switch (status) {
                    case COMPLETED -> "good";
                    case FAILED -> "bad";
                    case QUEUED, RUNNING -> "busy";
                    case CANCELLED -> "";
                };
        Span badge = badge(word(status), look);
        badge.getElement().setAttribute("data-status", word(status));
        return badge;
    }

    /** Lower-case name of a constant. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    static Span number(String text) {
        Span span = new Span(text);
        span.addClassName("number");
        return span;
    }

    static Div empty(String id, String title, String text, Component... actions) {
        Div box = new Div(new H2(title), new Paragraph(text));
        box.add(actions);
        box.addClassNames("state", "empty");
        box.setId(id);
        return box;
    }

    /** Asks before something is removed for good. */
    static void confirm(String question, String action, Runnable work) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(question);
        Button yes = new Button(action, event -> {
            dialog.close();
            work.run();
        });
        yes.setId("confirm");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        dialog.getFooter().add(new Button("Keep it", event -> dialog.close()), yes);
        dialog.open();
    }
}
