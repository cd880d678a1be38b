using LearningCity.Dashboard.Access;
using LearningCity.Dashboard.Access.Accounts;
using LearningCity.Dashboard.Access.OpenId;
using LearningCity.Dashboard.Api;
using LearningCity.Dashboard.Features;
using LearningCity.Dashboard.Figures;
using LearningCity.Dashboard.Hosting;
using LearningCity.Dashboard.Replicas;
using LearningCity.Dashboard.Reports.Serving;
using LearningCity.Dashboard.SqlConsole;
using LearningCity.Dashboard.SqlConsole.Child;

if (args is [SqlChild.Verb])
{
    return SqlChild.Run();
}

if (args is [AccountCommands.Verb, ..])
{
    return AccountCommands.Run(args);
}

if (args is [ReportCommand.Verb, ..])
{
    return ReportCommand.Run(args);
}

var (start, wrong) = StartOptions.Parse(args);
if (wrong is not null)
{
    return Sentences.Say(wrong);
}

var builder = start.CreateBuilder(args);
if (start.ReadAccess(builder.Configuration, out var access) is { } unclear)
{
    return Sentences.Say(unclear);
}

if (Loopback.Refuse(builder.Configuration, access) is { } refusal)
{
    return Sentences.Say(refusal);
}

if (ReplicaKey.Refuse(builder.Configuration, start) is { } noReplica)
{
    return Sentences.Say(noReplica);
}

builder.AddHosting(start, access);
builder.AddAccess(start, access);
builder.Services.AddReplica(start);
builder.Services.AddPages();
builder.Services.AddFigures();
builder.Services.AddApi();
builder.Services.AddSqlConsole();

var app = builder.Build();
app.UseHosting();
app.MapAccess();
app.MapOpenId();
app.MapPeople();
app.MapPages();
app.MapFigures();
app.MapApi();
app.MapSqlConsole();
app.MapReplicas();
return await app.ServeAsync(start);
