using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace LearningCity.Dashboard.SqlConsole.Child;

/// <summary>A value of DuckDB as JSON: numbers with all their digits, dates and times as ISO 8601, bytes as base64, lists and structures
/// as arrays and objects. What JSON has no number for (NaN, infinity) is text.</summary>
internal static class JsonValue
{
    /// <exception cref="NotSupportedException">The type has no form here: the query is to cast it to text.</exception>
    public static void Write(Utf8JsonWriter json, DuckDBDataReader reader, int i)
    {
        if (reader.IsDBNull(i))
        {
            json.WriteNullValue();
            return;
        }

        switch (reader.GetDataTypeName(i))
        {
            case "Decimal":
                json.WriteRawValue(Digits(reader.GetFieldValue<DuckDBDecimal>(i)), skipInputValidation: true);
                break;
            case "Date":
                json.WriteStringValue(IsoTime.Of(reader.GetFieldValue<DuckDBDateOnly>(i)));
                break;
            case "Timestamp" or "TimestampS" or "TimestampMs":
                json.WriteStringValue(IsoTime.Of(reader.GetFieldValue<DuckDBTimestamp>(i)));
                break;
            case "TimestampTz":
                json.WriteStringValue(IsoTime.Of(reader.GetFieldValue<DuckDBTimestamp>(i), "Z"));
                break;
            case "TimestampNs":
                throw new NotSupportedException("Nanoseconds would be lost.");
            case "Interval":
                json.WriteStringValue(IsoTime.Of(reader.GetFieldValue<DuckDBInterval>(i)));
                break;
            case "List" or "Array":
                Write(json, NestedList.Read(reader, i));
                break;
            default:
                Write(json, reader.GetValue(i));
                break;
        }
    }

    /// <summary>A decimal with all its digits: DuckDB has up to 38 of them, .NET 28.</summary>
    private static string Digits(DuckDBDecimal value)
    {
        var digits = BigInteger.Abs(value.Value.ToBigInteger()).ToString(CultureInfo.InvariantCulture).PadLeft(value.Scale + 1, '0');
        var sign = value.Value.ToBigInteger().Sign < 0 ? "-" : "";
        return value.Scale == 0 ? sign + digits : $"{sign}{digits[..^value.Scale]}.{digits[^value.Scale..]}";
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                json.WriteNullValue();
                break;
            case string s:
                json.WriteStringValue(s);
                break;
            case bool b:
                json.WriteBooleanValue(b);
                break;
            case float f when float.IsFinite(f):
                json.WriteNumberValue(f);
                break;
            case double d when double.IsFinite(d):
                json.WriteNumberValue(d);
                break;
            case float or double:
                json.WriteStringValue(Convert.ToDouble(value, CultureInfo.InvariantCulture) is var n && double.IsNaN(n) ? "NaN" : n > 0 ? "Infinity" : "-Infinity");
                break;
            case decimal m:
                json.WriteNumberValue(m);
                break;
            case ulong u:
                json.WriteNumberValue(u);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case BigInteger big:
                json.WriteRawValue(big.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            default:
                WriteOther(json, value);
                break;
        }
    }

    private static void WriteOther(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString(IsoTime.Pattern, CultureInfo.InvariantCulture));
                break;
            case TimeOnly time:
                json.WriteStringValue(time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time.ToString("HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                json.WriteStringValue(IsoTime.Of(span));
                break;
            case Guid guid:
                json.WriteStringValue(guid);
                break;
            case Stream stream:
                Bytes(json, stream);
                break;
            case IDictionary map:
                Map(json, map);
                break;
            case IList list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void Map(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName(entry.Key is ICollection ? throw new NotSupportedException() : Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
            Write(json, entry.Value);
        }

        json.WriteEndObject();
    }

    private static void Bytes(Utf8JsonWriter json, Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            json.WriteBase64StringValue(bytes);
        }
    }
}
