package io.duckboard.board.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a name says of its column. Names are taken apart into words: {@code pickupLocationID} and
 * {@code pickup_location_id} have the same ones.
 */
record NameWords(List<String> words) {

    private static final Set<String> IDS = Set.of(
            "id",
            "ids",
            "uuid",
            "guid",
            "key",
            "pk",
            "fk",
            "sk",
            "nr",
            "no",
            "number",
            "num",
            "nummer",
            "sku",
            "isbn",
            "ean",
            "gtin",
            "iban",
            "bic",
            "vin",
            "ssn",
            "hash",
            "token",
            "ref",
            "reference",
            "index",
            "idx",
            "rowid",
            "code",
            "codes",
            "serial",
            "url",
            "uri",
            "email",
            "mail",
            "phone",
            "tel",
            "telefon",
            "mobile",
            "fax",
            "ip",
            "zip",
            "zipcode",
            "postal",
            "postcode",
            "plz",
            "fips");
    private static final Set<String> COORDINATES = Set.of(
            "lat",
            "latitude",
            "lon",
            "lng",
            "long",
            "longitude",
            "coord",
            "coordinate",
            "coordinates",
            "easting",
            "northing",
            "geohash",
            "breite",
            "laenge",
            "x",
            "y",
            "z");
    private static final Set<String> CALENDAR = Set.of(
            "year",
            "years",
            "month",
            "day",
            "week",
            "weekday",
            "quarter",
            "hour",
            "minute",
            "second",
            "dow",
            "doy",
            "jahr",
            "monat",
            "tag",
            "woche",
            "quartal",
            "stunde",
            "epoch",
            "unixtime",
            "timestamp",
            "yyyymm",
            "yyyymmdd",
            "fiscal");
    private static final Set<String> ADDED = Set.of(
            "amount",
            "amounts",
            "total",
            "totals",
            "sum",
            "revenue",
            "sales",
            "sale",
            "cost",
            "costs",
            "fare",
            "fares",
            "tip",
            "tips",
            "quantity",
            "qty",
            "units",
            "count",
            "counts",
            "bytes",
            "net",
            "gross",
            "tax",
            "fee",
            "fees",
            "paid",
            "spend",
            "spent",
            "profit",
            "income",
            "volume",
            "trips",
            "orders",
            "visits",
            "clicks",
            "views",
            "impressions",
            "downloads",
            "energy",
            "kwh",
            "rain",
            "rainfall",
            "betrag",
            "umsatz",
            "menge",
            "summe",
            "anzahl",
            "kosten",
            "gewinn");
    private static final Set<String> AVERAGED = Set.of(
            "unit",
            "avg",
            "average",
            "mean",
            "median",
            "rate",
            "ratio",
            "percent",
            "percentage",
            "pct",
            "share",
            "score",
            "rating",
            "price",
            "temperature",
            "temp",
            "humidity",
            "pressure",
            "age",
            "speed",
            "level",
            "voltage",
            "latency",
            "ms",
            "weight",
            "height",
            "width",
            "length",
            "salary",
            "discount",
            "distance",
            "duration",
            "preis",
            "temperatur",
            "alter",
            "gehalt",
            "gewicht");
    private static final Set<String> GROUPS = Set.of(
            "status",
            "state",
            "type",
            "kind",
            "category",
            "class",
            "country",
            "region",
            "city",
            "channel",
            "segment",
            "gender",
            "sex",
            "department",
            "brand",
            "product",
            "method",
            "level",
            "severity",
            "source",
            "plan",
            "tier",
            "group",
            "language",
            "currency",
            "payment",
            "device",
            "browser",
            "os",
            "platform",
            "sensor",
            "site",
            "station",
            "location",
            "color",
            "colour",
            "event",
            "role",
            "team",
            "vendor",
            "store",
            "borough",
            "industry",
            "land",
            "stadt",
            "ort",
            "art",
            "typ",
            "kategorie",
            "gruppe",
            "abteilung",
            "produkt",
            "kanal",
            "marke",
            "farbe");
    private static final Set<String> LATER_TIMES = Set.of(
            "updated",
            "modified",
            "changed",
            "loaded",
            "ingested",
            "synced",
            "inserted",
            "deleted",
            "expires",
            "expiry",
            "expired",
            "until",
            "to",
            "end",
            "ended",
            "due",
            "birth",
            "birthday",
            "birthdate",
            "dob",
            "born",
            "valid",
            "geburtsdatum",
            "shipped",
            "delivered",
            "returned",
            "dropoff",
            "closed",
            "finished");
    private static final Set<String> HAPPENING = Set.of(
            "created",
            "event",
            "order",
            "ordered",
            "time",
            "timestamp",
            "ts",
            "date",
            "datum",
            "day",
            "datetime",
            "started",
            "start",
            "occurred",
            "recorded",
            "measured",
            "pickup",
            "signup",
            "registered",
            "joined",
            "sold",
            "purchased",
            "purchase",
            "transaction",
            "at",
            "on");

    NameWords {
        words = List.copyOf(words);
    }

    static NameWords of(String name) {
        String apart = name.replaceAll("(?<=\\p{Ll}|\\p{N})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
        return new NameWords(Arrays.stream(apart.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** As people read it: {@code Pickup location id}. */
    String label() {
        String text = String.join(" ", words);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    NameWords withoutLast() {
        return new NameWords(words.subList(0, words.size() - 1));
    }

    /** Whether values stand for something and are no amounts: keys, codes, numbers of telephones. */
    boolean isIdentifier() {
        return hasLast(IDS) || words.stream().anyMatch(Set.of("zip", "postal", "plz", "uuid", "guid")::contains);
    }

    boolean isCoordinate() {
        return hasLast(COORDINATES);
    }

    /** Whether a number is a part of a date. */
    boolean isCalendar() {
        return hasLast(CALENDAR);
    }

    /** Whether values can be added up; those that nothing is known of are averaged, which is never nonsense. */
    boolean isAdded() {
        return has(ADDED) && !has(AVERAGED);
    }

    boolean isMeasure() {
        return has(ADDED) || has(AVERAGED);
    }

    boolean isGroup() {
        return has(GROUPS);
    }

    /** Whether a time is of something that came after what the row is about, or long before. */
    boolean isLaterTime() {
        return has(LATER_TIMES);
    }

    boolean isHappening() {
        return has(HAPPENING);
    }

    private boolean has(Set<String> known) {
        return words.stream().anyMatch(known::contains);
    }

    /** Of a name the last word that is no number says what it is. */
    private boolean hasLast(Set<String> known) {
        return words.reversed().stream()
                .filter(word -> !word.chars().allMatch(Character::isDigit))
                .findFirst()
                .filter(known::contains)
                .isPresent();
    }
}
