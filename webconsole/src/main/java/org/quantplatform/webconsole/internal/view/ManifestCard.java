package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.PluginPin;

/** What determined a run, and the hash that proves a repetition. */
final class ManifestCard extends Div {

    private static final int SHORT_DIGEST = 16;

    private final DescriptionList facts = new DescriptionList();

    ManifestCard(Manifest manifest) {
        addClassName("card");
        setId("manifest");
        facts.addClassName("facts");
        fact("Result hash", digest("result-hash", manifest.resultHash()));
        if (manifest.reproduces() != null) {
            fact("Repeats", repetition(manifest.reproduces(), manifest.identical()));
        }
        fact("Data snapshot", mono(manifest.dataSnapshot()));
        fact("Data digest", digest("data-digest", manifest.dataDigest()));
        fact("Engine", mono(manifest.engine()));
        Div plugins = new Div();
        manifest.plugins().forEach(pin -> plugins.add(new Div(pin(pin))));
        fact("Plug-ins", plugins);
        NativeDetails request = new NativeDetails("Request with every default filled in");
        Pre json = new Pre(QuantJson.write(manifest.request()));
        json.addClassName("mono");
        json.getStyle().set("white-space", "pre-wrap");
        request.setContent(json);
        add(new H2("Manifest"), facts, request);
    }

    private void fact(String term, Component description) {
        DescriptionList.Description cell = new DescriptionList.Description();
        cell.add(description);
        facts.add(new DescriptionList.Term(term), cell);
    }

    private static Div repetition(String id, @Nullable Boolean identical) {
        Div cell = Parts.box("bar", mono(id));
        if (identical != null) {
            cell.add(identical ? Parts.badge("same hash", "good") : Parts.badge("different hash", "bad"));
        }
        return cell;
    }

    private static Span pin(PluginPin pin) {
        String digest =
                pin.sha256().substring(0, Math.min(SHORT_DIGEST, pin.sha256().length()));
        Span text = mono(pin.kind().code() + "/" + pin.id() + "  " + pin.version() + "  " + digest);
        text.setTitle(pin.symbolicName() + " " + pin.sha256());
        return text;
    }

    private static Span digest(String id, @Nullable String value) {
        Span text = mono(value == null ? "–" : value);
        text.setId(id);
        return text;
    }

    private static Span mono(String value) {
        Span text = new Span(value);
        text.addClassName("mono");
        return text;
    }
}
