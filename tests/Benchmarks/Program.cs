using LearningCity.Benchmarks.Pages;

if (args is ["pages"])
{
    return await PageTimings.RunAsync();
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Benchmarks -- pages");
return 2;
