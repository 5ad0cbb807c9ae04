package org.quantplatform.webconsole.spi;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page that a bundle adds to the web console for as long as it publishes this as a service. The page can use the
 * frontend components that the console itself contains.
 */
@ConsumerType
public interface ConsoleView {

    /** Name of the page in the menu. */
    String title();

    /** Address below {@code /console/}, without a leading slash; a path that is taken already is passed over. */
    String path();

    /** The page; made anew for each visitor by its public constructor without parameters. */
    Class<? extends Component> view();
}
