using LearningCity.Dashboard.Api.Writing;
using LearningCity.Dashboard.Resources;

namespace LearningCity.Dashboard.Api.Asking;

/// <summary>Reads all parameters of a request and collects every fault instead of stopping at the first.</summary>
public static class ParameterReader
{
    /// <summary>Parameters that every route with rows accepts beside its own.</summary>
    public static IReadOnlyList<Parameter> Common(RowShape shape) =>
    [
        new("sort", "-" + shape.Columns[0].Name, (_, value) => Fields("sort", value, shape.Columns.Where(c => c.Sortable))),
        new("fields", string.Join(',', shape.Columns.Take(3).Select(c => c.Name)), (_, value) => Fields("fields", value, shape.Columns)),
        Parameters.Page,
        Parameters.PageSize,
        Parameters.Snapshot,
        Parameters.Lang,
    ];

    /// <summary>Fills in the values asked for and the defaults, and returns all that is wrong with them. An empty value counts as not sent:
    /// that is how a form leaves a filter open.</summary>
    public static IReadOnlyList<Fault> Read(
        HttpRequest request, Asked asked, IReadOnlyList<Parameter> parameters)
    {
        var faults = new List<Fault>();
        foreach (var parameter in parameters)
        {
            var fault = Read(request, asked, parameter);
            if (fault is not null)
            {
                faults.Add(fault with { Missing = parameter.InPath });
            }
        }

        var names = parameters.Where(p => !p.InPath).Select(p => p.Name).ToArray();
        faults.AddRange(request.Query.Keys
            .Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => new Fault(key, request.Query[key], ApiText.Format("UnknownParameter", key, string.Join(' ', names)), names)));
        return faults;
    }

    private static Fault? Read(HttpRequest request, Asked asked, Parameter parameter)
    {
        var sent = parameter.InPath ? [(string?)request.RouteValues[parameter.Name]] : request.Query[parameter.Name].ToArray();
        if (sent.Length > 1)
        {
            return new Fault(parameter.Name, string.Join(',', sent), ApiText.Format("Repeated", parameter.Name, sent.Length));
        }

        var value = sent.FirstOrDefault();
        if (!string.IsNullOrEmpty(value))
        {
            var fault = parameter.Check(asked, value);
            if (fault is null)
            {
                asked.Set(parameter.Name, value);
            }

            return fault;
        }

        if (parameter.Default?.Invoke(asked) is { } stand)
        {
            asked.Set(parameter.Name, stand);
        }

        return parameter.Required
            ? new Fault(parameter.Name, null, ApiText.Format("Required", ApiText.Name(parameter.Name), parameter.Name, parameter.Example))
            : null;
    }

    private static Fault? Fields(string parameter, string value, IEnumerable<Column> columns)
    {
        var known = columns.Select(c => c.Name).ToArray();
        var unknown = value.Split(',').Select(name => parameter == "sort" ? name.Trim().TrimStart('-') : name.Trim())
            .Where(name => !known.Contains(name, StringComparer.Ordinal))
            .ToArray();
        return unknown.Length == 0
            ? null
            : new Fault(
                parameter, value,
                ApiText.Format("NotAmong", ApiText.Name("field"), string.Join(' ', unknown), string.Join(' ', known)), known);
    }
}
