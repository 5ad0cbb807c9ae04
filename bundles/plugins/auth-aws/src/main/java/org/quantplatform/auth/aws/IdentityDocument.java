package org.quantplatform.auth.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The answer of STS. Only the element that GetCallerIdentity answers with counts, at its place. */
final class IdentityDocument {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private IdentityDocument() {}

    /** @throws IOException when it is anything else */
    static CallerIdentity parse(byte[] document) throws IOException {
        Element root = root(document);
        if (!NAMESPACE.equals(root.getNamespaceURI()) || !root.getLocalName().equals("GetCallerIdentityResponse")) {
            throw new IOException("not an answer to GetCallerIdentity");
        }
        Element result = child(root, "GetCallerIdentityResult");
        return new CallerIdentity(text(result, "Arn"), text(result, "Account"), text(result, "UserId"));
    }

    private static Element root(byte[] document) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not a document of XML", e);
        }
    }

    private static String text(Element parent, String name) throws IOException {
        return child(parent, name).getTextContent().strip();
    }

    private static Element child(Element parent, String name) throws IOException {
        Element found = null;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                if (found != null) {
                    throw new IOException("more than one " + name);
                }
                found = element;
            }
        }
        if (found == null) {
            throw new IOException("no " + name);
        }
        return found;
    }
}
