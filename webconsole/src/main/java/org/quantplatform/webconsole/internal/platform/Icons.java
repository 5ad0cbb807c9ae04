package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.html.Span;

/** Small pictures, drawn by the style sheet. */
public final class Icons {

    private Icons() {}

    /** {@code name} is one of the {@code icon-…} classes of the style sheet. */
    public static Span of(String name) {
        Span icon = new Span();
        icon.addClassNames("icon", "icon-" + name);
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.getElement().setAttribute("slot", "prefix");
        return icon;
    }
}
