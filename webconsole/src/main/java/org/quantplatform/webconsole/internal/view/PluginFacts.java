package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginParameter;

/** Where a plug-in comes from, and what its parameters mean. */
final class PluginFacts extends Div {

    private final DescriptionList facts = new DescriptionList();

    PluginFacts(PluginInfo plugin) {
        addClassName("card");
        facts.addClassName("facts");
        fact("Bundle", plugin.bundle().symbolicName() + " " + plugin.bundle().version());
        fact("SHA-256", plugin.bundle().sha256());
        plugin.parameters().forEach(p -> fact(p.name(), describe(p)));
        add(facts);
    }

    private static String describe(PluginParameter p) {
        String preset = p.defaultValue() == null ? "" : ", default " + p.defaultValue();
        String choices = p.choices().isEmpty() ? "" : ", one of " + String.join(", ", p.choices());
        return p.type() + preset + choices + ". " + p.help();
    }

    private void fact(String term, String text) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(text));
    }
}
