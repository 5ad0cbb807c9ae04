package org.quantplatform.source.http;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.secret.Secrets;

/**
 * The name under which a configured source is offered. The file {@code etc/PID-NAME.cfg} makes one: {@code KIND-NAME}, or
 * {@code KIND} alone when NAME is {@code main} or when there is no file.
 */
public final class SourceInstance {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FILE =
            Pattern.compile(".*/org\\.quantplatform\\.source\\.[a-z0-9]+-([^/]+)\\.c(?:fg|onfig)$");

    private SourceInstance() {}

    /**
     * @param properties of the component
     * @throws IllegalArgumentException when the file's name is no name for a source
     */
    public static String id(String kind, Map<String, ?> properties) {
        String name = name(properties);
        if (name.isEmpty() || name.equals("main")) {
            return kind;
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a source cannot be named '" + name + "': small letters, digits and - only");
        }
        return kind + "-" + name;
    }

    private static String name(Map<String, ?> properties) {
        String pid = properties.get("service.pid") instanceof String text ? text : "";
        int at = pid.indexOf('~');
        if (at >= 0) {
            return pid.substring(at + 1);
        }
        Object file = properties.get("felix.fileinstall.filename");
        Matcher matcher = FILE.matcher(String.valueOf(file));
        return matcher.matches() ? matcher.group(1) : "";
    }

    /**
     * The source's key, asked for anew each time, so that a new one counts at once.
     *
     * @param name of the stored secret; the source's id when it is blank
     * @throws PluginException when nothing is stored under the name; the message says what to do
     */
    public static Secret key(Secrets secrets, String name, String id) {
        String stored = name.isBlank() ? id : name.strip();
        return secrets.find(stored)
                .map(Secret::of)
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> new PluginException(
                        "source '" + id + "' has no key: store it with: quant secret set " + stored));
    }

    /** Offers a source to the platform. */
    public static ServiceRegistration<DataSource> register(
            BundleContext context, String id, String title, DataSource source) {
        Dictionary<String, Object> identity = new Hashtable<>();
        identity.put(Plugin.PREFIX_ + "id", id);
        identity.put(Plugin.PREFIX_ + "title", title);
        return context.registerService(DataSource.class, source, identity);
    }
}
