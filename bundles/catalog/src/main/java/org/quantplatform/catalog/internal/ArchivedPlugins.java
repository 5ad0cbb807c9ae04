package org.quantplatform.catalog.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.quantplatform.model.PluginKind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Makes plug-ins from archived jars, as the component descriptions in them say, without installing anything. */
final class ArchivedPlugins {

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final PluginArchive archive;
    private final ArchivedClasses.ImportedClasses imported;

    ArchivedPlugins(PluginArchive archive, ArchivedClasses.ImportedClasses imported) {
        this.archive = archive;
        this.imported = imported;
    }

    /**
     * Empty when the jar is not in the archive.
     *
     * @throws Refusal when the jar has no such plug-in, or one that cannot be made by itself
     */
    Optional<Object> load(PluginKind kind, String id, String sha256) {
        try {
            Optional<byte[]> jar = archive.find(sha256);
            if (jar.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(make(new ArchivedClasses(jar.get(), imported), kind, id));
        } catch (IOException e) {
            throw new Refusal("the archived jar cannot be read: " + e.getMessage(), e);
        }
    }

    private static Object make(ArchivedClasses classes, PluginKind kind, String id) {
        String name = implementation(classes.entries(), kind, id)
                .orElseThrow(() -> new Refusal("the archived jar has no " + kind.code() + " '" + id + "'"));
        try {
            Object plugin = classes.loadClass(name).getConstructor().newInstance();
            return Kinds.service(kind).cast(plugin);
        } catch (InvocationTargetException e) {
            throw Refusal.thrown("its constructor", e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new Refusal(name + " has no public constructor without arguments", e);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new Refusal(name + " cannot be made from the archived jar: " + e, e);
        }
    }

    private static Optional<String> implementation(Map<String, byte[]> entries, PluginKind kind, String id) {
        String service = Kinds.service(kind).getName();
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
            if (entry.getKey().matches("OSGI-INF/.+\\.xml")) {
                Optional<String> found = implementation(entry.getValue(), service, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> implementation(byte[] xml, String service, String id) {
        Document document = parse(xml);
        NodeList components = document.getElementsByTagNameNS("*", "component");
        if (components.getLength() == 0) {
            return Optional.empty();
        }
        Element component = (Element) components.item(0);
        boolean meant = anyHas(component, "provide", "interface", service)
                && anyHas(component, "property", "name", PluginProperties.ID)
                && anyHas(component, "property", "value", id);
        NodeList implementations = component.getElementsByTagName("implementation");
        return meant && implementations.getLength() == 1
                ? Optional.of(((Element) implementations.item(0)).getAttribute("class"))
                : Optional.empty();
    }

    private static boolean anyHas(Element component, String tag, String attribute, String value) {
        NodeList elements = component.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            if (((Element) elements.item(i)).getAttribute(attribute).equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refusal("the archived jar describes its components wrongly: " + e.getMessage(), e);
        }
    }
}
