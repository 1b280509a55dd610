package io.duckboard.engine.lake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of a listing.
 *
 * @param next the query for the next page; empty after the last one
 */
record S3Page(List<Listed> objects, Map<String, String> next) {

    S3Page {
        objects = List.copyOf(objects);
        next = Map.copyOf(next);
    }

    /** @param version the ETag without its quotes */
    record Listed(String path, long bytes, String version) {

        /** XML has no place for some characters, so keys come encoded. */
        Listed decoded() {
            return new Listed(URLDecoder.decode(path, StandardCharsets.UTF_8), bytes, version);
        }

        /** The same object by its path without the first characters. */
        Listed below(int characters) {
            return new Listed(path.substring(characters), bytes, version);
        }
    }

    static S3Page read(InputStream xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            return read(factory.createXMLStreamReader(xml));
        } catch (XMLStreamException e) {
            throw new IOException("The store's listing cannot be read", e);
        }
    }

    private static S3Page read(XMLStreamReader reader) throws XMLStreamException {
        var objects = new ArrayList<Listed>();
        Map<String, String> next = Map.of();
        String key = "";
        String version = "";
        long bytes = 0;
        boolean encoded = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Key" -> key = reader.getElementText();
                    case "EncodingType" -> encoded = reader.getElementText().equals("url");
                    case "Size" -> bytes = Long.parseLong(reader.getElementText());
                    case "ETag" -> version = reader.getElementText().replace("\"", "");
                    case "NextContinuationToken" -> next = Map.of("continuation-token", reader.getElementText());
                    default -> {
                        // Owners and storage classes are skipped.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("Contents")) {
                objects.add(new Listed(key, bytes, version));
            }
        }
        return new S3Page(encoded ? objects.stream().map(Listed::decoded).toList() : objects, next);
    }
}
