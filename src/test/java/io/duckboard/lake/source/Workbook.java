package io.duckboard.lake.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as ECMA-376 has it, cell by cell. Styles: 0 General, 1 a day, 2 a day and a time, 3 a time, 4 a custom day,
 * 5 hours of any number, 6 a number with a word, 7 zeros in front.
 */
final class Workbook {

    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String properties = "";

    /** @param rows the sheet's rows in XML */
    Workbook sheet(String name, String... rows) {
        sheets.put(name, String.join("", rows));
        return this;
    }

    Workbook properties(String attributes) {
        properties = "<workbookPr " + attributes + "/>";
        return this;
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String number(String address, String number) {
        return number(address, number, 0);
    }

    static String number(String address, String number, int style) {
        return "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
    }

    /** @param type of its result: n, str, b or e */
    static String formula(String address, String type, String result) {
        return "<c r=\"" + address + "\" t=\"" + type + "\"><f>A1</f><v>" + result + "</v></c>";
    }

    static String cell(String address, String type, String value) {
        return "<c r=\"" + address + "\" t=\"" + type + "\"><v>" + value + "</v></c>";
    }

    Path write(Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var list = new StringBuilder();
            var relations = new StringBuilder();
            var types = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                put(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet " + NAMESPACE + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
                list.append(
                        "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>");
                relations.append("<Relationship Id=\"r" + number + "\" Type=\"" + RELATIONS
                        + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
                types.append(
                        "<Override PartName=\"/xl/worksheets/sheet" + number
                                + ".xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            }
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + NAMESPACE + " xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + list
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations
                            + "<Relationship Id=\"s\" Type=\"" + RELATIONS
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet " + NAMESPACE + "><numFmts count=\"4\">"
                            + "<numFmt numFmtId=\"164\" formatCode=\"[$-407]dd\\.mm\\.yyyy;@\"/>"
                            + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/>"
                            + "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00&quot; days&quot;\"/>"
                            + "<numFmt numFmtId=\"167\" formatCode=\"00000\"/></numFmts>"
                            + "<cellXfs count=\"8\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>"
                            + "<xf numFmtId=\"21\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"
                            + "</cellXfs></styleSheet>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"w\" Type=\"" + RELATIONS
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE
                            + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                            + " PartName=\"/xl/styles.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                            + types + "</Types>");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
