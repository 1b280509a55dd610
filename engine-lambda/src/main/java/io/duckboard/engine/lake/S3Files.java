package io.duckboard.engine.lake;

import io.duckboard.engine.catalog.journal.Sha256;
import io.duckboard.engine.catalog.journal.Written;
import io.duckboard.engine.catalog.store.ObjectContent;
import io.duckboard.engine.catalog.store.ObjectFiles;
import io.duckboard.engine.catalog.store.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Accesses the files of a lake on S3, one request at a time. Missing keys are reported as an {@link IOException} with
 * the {@link LakeException} as its cause.
 */
record S3Files(S3Links links) implements ObjectFiles {

    private static final int NOT_FOUND = HttpURLConnection.HTTP_NOT_FOUND;

    @Override
    public Optional<Written> find(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.HEAD, path);
        if (request.getResponseCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expectSuccess(request);
        return Optional.of(new Written(request.getContentLengthLong(), version(request)));
    }

    @Override
    public boolean areVersionsDigests() {
        return true;
    }

    @Override
    public String sha256(String path) throws IOException {
        try (InputStream content = stream(path)) {
            return Sha256.of(content);
        }
    }

    /** The caller closes it. */
    InputStream stream(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.GET, path);
        expectSuccess(request);
        return request.getInputStream();
    }

    @Override
    public Optional<StoredFile> get(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.GET, path);
        Optional<byte[]> content = content(request);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredFile(
                        content.get(), version(request), Instant.ofEpochMilli(request.getLastModified())));
    }

    private static Optional<byte[]> content(HttpURLConnection request) throws IOException {
        if (request.getResponseCode() == NOT_FOUND) {
            return Optional.empty();
        }
        expectSuccess(request);
        try (InputStream content = request.getInputStream()) {
            return Optional.of(content.readAllBytes());
        }
    }

    @Override
    public Optional<String> put(String path, ObjectContent content, Optional<String> expected) throws IOException {
        HttpURLConnection request = openConditional(path, expected);
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(content.bytes());
        try (OutputStream out = request.getOutputStream();
                InputStream in = content.open()) {
            in.transferTo(out);
        }
        int status = request.getResponseCode();
        if (status == HttpURLConnection.HTTP_PRECON_FAILED || status == HttpURLConnection.HTTP_CONFLICT) {
            return Optional.empty();
        }
        expectSuccess(request);
        // It is put, whether the store tells its version or not.
        return Optional.of(request.getHeaderField("ETag") == null ? "" : version(request));
    }

    @Override
    public List<String> below(String folder) throws IOException {
        String prefix = links.key(folder.endsWith("/") ? folder : folder + "/");
        var found = new ArrayList<String>();
        Map<String, String> next = Map.of();
        do {
            var query = new TreeMap<>(Map.of("list-type", "2", "prefix", prefix));
            query.putAll(next);
            HttpURLConnection request = list(query);
            expectSuccess(request);
            try (InputStream page = request.getInputStream()) {
                next = page(page, found);
            }
        } while (!next.isEmpty());
        int root = links.key("").length();
        return found.stream().map(key -> key.substring(root)).sorted().toList();
    }

    @Override
    public Optional<String> read(String path) throws IOException {
        return content(open(SdkHttpMethod.GET, path)).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** An object is replaced atomically. */
    @Override
    public void write(String path, String text, int known) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.PUT, path);
        send(request, text.getBytes(StandardCharsets.UTF_8));
        expectSuccess(request);
    }

    @Override
    public void remove(String path) throws IOException {
        HttpURLConnection request = open(SdkHttpMethod.DELETE, path);
        if (request.getResponseCode() != NOT_FOUND) {
            expectSuccess(request);
        }
    }

    /** The ETag without the quotes that HTTP puts around it. */
    static String version(HttpURLConnection answer) throws IOException {
        String etag = answer.getHeaderField("ETag");
        if (etag == null) {
            throw new IOException("The store tells no ETag");
        }
        return etag.replace("\"", "");
    }

    static void send(HttpURLConnection request, byte[] content) throws IOException {
        request.setDoOutput(true);
        request.setFixedLengthStreamingMode(content.length);
        try (OutputStream out = request.getOutputStream()) {
            out.write(content);
        }
    }

    static void expectSuccess(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        if (status / 100 != 2) {
            throw new IOException("The store answered " + status + " to a " + request.getRequestMethod());
        }
    }

    private HttpURLConnection open(SdkHttpMethod method, String path) throws IOException {
        try {
            return links.open(method, path);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }

    private HttpURLConnection openConditional(String path, Optional<String> expected) throws IOException {
        try {
            return links.openConditional(path, expected);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }

    private HttpURLConnection list(Map<String, String> query) throws IOException {
        try {
            return links.openList(query);
        } catch (LakeException e) {
            throw new IOException(e);
        }
    }

    /** @return the request for the next page; nothing after the last page */
    private static Map<String, String> page(InputStream xml, List<String> keys) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, String> next = Map.of();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> keys.add(reader.getElementText());
                        case "NextContinuationToken" -> next = Map.of("continuation-token", reader.getElementText());
                        default -> {
                            // Sizes and owners are skipped.
                        }
                    }
                }
            }
            return next;
        } catch (XMLStreamException e) {
            throw new IOException("The store's listing cannot be read", e);
        }
    }
}
